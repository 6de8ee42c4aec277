namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What happens when a payer's code is charged.</summary>
/// <param name="Payer">What the payer does.</param>
/// <param name="Answer">What the merchant is answered.</param>
/// <param name="Code">The reason of a refusal, in APIv3's spelling.</param>
internal sealed record ChargeBehaviour(
    PayerAct Payer = PayerAct.Pays,
    ChargeAnswer Answer = ChargeAnswer.Honest,
    string? Code = null)
{
    private const int CodeMaximum = 64;

    /// <summary>A refusal has a reason, and an honest answer needs a trade to speak of.</summary>
    public bool IsSound()
        => Enum.IsDefined(Payer) && Enum.IsDefined(Answer)
            && (Answer is ChargeAnswer.Refused
                ? Code is { Length: > 0 and <= CodeMaximum }
                : Code is null
                    && (Answer is ChargeAnswer.Busy
                        || Payer is not (PayerAct.None or PayerAct.Fails)));
}

/// <summary>What a payer does whose code is charged.</summary>
internal enum PayerAct
{
    /// <summary>Pays at once.</summary>
    Pays,

    /// <summary>Is asked for a password, and types it on the pay page or by control.</summary>
    Waits,

    /// <summary>Is asked for a password, and never types it.</summary>
    Never,

    /// <summary>Cannot pay: PAYERROR.</summary>
    Fails,

    /// <summary>Learns nothing: there is no trade.</summary>
    None,
}

/// <summary>What is answered when a code is charged.</summary>
internal enum ChargeAnswer
{
    /// <summary>What happened: paid, or USERPAYING.</summary>
    Honest,

    /// <summary>SYSTEM_ERROR, result unknown.</summary>
    Busy,

    /// <summary>A reason.</summary>
    Refused,
}
