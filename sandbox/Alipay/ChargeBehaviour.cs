namespace PayFunctions.Sandbox.Alipay;

/// <summary>What happens when a payer's code is charged.</summary>
/// <param name="Payer">What the payer does.</param>
/// <param name="Answer">What the merchant is answered.</param>
/// <param name="SubCode">The reason of a refusal, such as <c>ACQ.PAYMENT_FAIL</c>.</param>
internal sealed record ChargeBehaviour(
    PayerAct Payer = PayerAct.Pays,
    ChargeAnswer Answer = ChargeAnswer.Honest,
    string? SubCode = null)
{
    private const int SubCodeMaximum = 64;

    /// <summary>A refusal has a reason, and an honest answer needs a trade to speak of.</summary>
    public bool IsSound()
        => Enum.IsDefined(Payer) && Enum.IsDefined(Answer)
            && (Answer is ChargeAnswer.Refused
                ? SubCode is { Length: > 0 and <= SubCodeMaximum }
                : SubCode is null && (Answer is ChargeAnswer.Busy || Payer is not PayerAct.None));
}

/// <summary>What a payer does whose code is charged.</summary>
internal enum PayerAct
{
    /// <summary>Pays at once.</summary>
    Pays,

    /// <summary>Is asked to confirm, and does so on the pay page or by control.</summary>
    Waits,

    /// <summary>Is asked to confirm, and never does.</summary>
    Never,

    /// <summary>Learns nothing: there is no trade.</summary>
    None,
}

/// <summary>What is answered when a code is charged.</summary>
internal enum ChargeAnswer
{
    /// <summary>What happened: 10000 or 10003.</summary>
    Honest,

    /// <summary>20000, result unknown.</summary>
    Busy,

    /// <summary>40004 with a reason.</summary>
    Refused,
}
