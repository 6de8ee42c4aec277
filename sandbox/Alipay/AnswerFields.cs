namespace PayFunctions.Sandbox.Alipay;

/// <summary>Collects the fields of an answer.</summary>
internal sealed class AnswerFields
{
    /// <summary>An amount of nothing.</summary>
    public const string Zero = "0.00";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Adds a text; an empty one is left out.</summary>
    public AnswerFields Put(string name, string value)
        => value.Length == 0 ? this : PutJson(name, JsonText.Quote(value));

    /// <summary>Adds a value that is JSON already.</summary>
    public AnswerFields PutJson(string name, string json)
    {
        values[name] = json;
        return this;
    }

    /// <summary>Adds what a payer paid, in its four amounts; points paid nothing.</summary>
    public AnswerFields PutPaid(string amount)
        => Put("buyer_pay_amount", amount)
            .Put("invoice_amount", amount)
            .Put("point_amount", Zero)
            .Put("receipt_amount", amount);

    /// <summary>Adds the one buyer of this world.</summary>
    public AnswerFields PutBuyer()
        => Put("buyer_logon_id", Trade.BuyerLogon).Put("buyer_user_id", Trade.BuyerId);

    /// <summary>Adds where the money came from.</summary>
    public AnswerFields PutFunds(string name, string amount)
        => PutJson(name, $$"""[{"amount":"{{amount}}","fund_channel":"ALIPAYACCOUNT"}]""");

    /// <summary>A successful answer with these fields.</summary>
    public MethodAnswer Success(bool inProcess = false)
        => new(null, values) { InProcess = inProcess };

    /// <summary>A refusal with these fields.</summary>
    public MethodAnswer Failure(GatewayError error) => new(error, values);
}
