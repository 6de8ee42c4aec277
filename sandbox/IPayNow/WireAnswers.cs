using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Writes answers: form text, signed in the dialect of the request.</summary>
internal static class WireAnswers
{
    private const string Type = "application/x-www-form-urlencoded;charset=UTF-8";

    /// <summary>An answer with the fields that every answer has.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="code">responseCode.</param>
    /// <param name="message">responseMsg.</param>
    /// <param name="now">responseTime.</param>
    /// <param name="fields">The rest.</param>
    public static List<KeyValuePair<string, string>> Fields(
        GatewayRequest request, string code, string message, DateTimeOffset now,
        IEnumerable<KeyValuePair<string, string>> fields)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        all["responseCode"] = code;
        all["responseMsg"] = message;
        all["responseTime"] = TradeFields.TimeOf(now);
        all["signType"] = "MD5";
        if (request.IsVersioned)
        {
            all["version"] = request["version"];
        }

        return [.. all.OrderBy(static f => f.Key, StringComparer.Ordinal)];
    }

    /// <summary>What is answered where nothing was done.</summary>
    public static List<KeyValuePair<string, string>> Refused(
        GatewayRequest request, Refusal refusal, DateTimeOffset now)
        => Fields(
            request, refusal.Code, refusal.Message, now,
            [
                new("appId", request["appId"]),
                .. Echo(request, "funcode"),
                .. Echo(request, "mhtOrderNo"),
                .. Echo(request, "mhtRefundNo"),
                .. Echo(request, "refundOrderNo"),
            ]);

    /// <summary>
    /// The answer with its signature; without a key, or where it shall be, unsigned.
    /// </summary>
    public static WireAnswer Write(
        GatewayRequest request, IReadOnlyList<KeyValuePair<string, string>> fields, string? key)
    {
        var all = fields.AsEnumerable();
        if (key is not null)
        {
            all = all.Append(new("signature", Signature.Of(
                fields, key, request is { IsVersioned: true, IsOfRefunds: false })));
        }

        return new(Encoding.ASCII.GetBytes(FormText.Write(all, Charset.Utf8)), Type);
    }

    // Profile A's answers to queries name no function.
    private static IEnumerable<KeyValuePair<string, string>> Echo(
        GatewayRequest request, string name)
        => request[name].Length == 0
            || (request is { IsVersioned: false, Funcode: "MQ001" or "MQ002" }
                && string.Equals(name, "funcode", StringComparison.Ordinal))
                ? []
                : [new(name, request[name])];
}
