namespace PayFunctions.Sandbox.Abc;

/// <summary>What the simulator knows before it listens.</summary>
internal sealed record AbcSimulatorOptions
{
    /// <summary>What <see cref="WrongKCode"/> is as a rule.</summary>
    public const string UsualWrongKCode = "KWRONG";

    /// <summary>What <see cref="DeniedIdentity"/> is as a rule.</summary>
    public const string UsualDeniedIdentity = "IVDIFF";

    /// <summary>The bank's own private key: base64 of PKCS#8.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>The merchants that may call.</summary>
    public required IReadOnlyList<AbcMerchant> Merchants { get; init; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of orders, statements and retries.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than <see cref="AbcSimulator.NotificationGaps"/>
    /// notifications are repeated.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>
    /// Whether answers have their fields in <c>TrxResponse</c>, as older servers write them;
    /// current ones write them beside <c>Merchant</c>.
    /// </summary>
    public bool WrapsAnswers { get; init; }

    /// <summary>
    /// Whether an order or refund that is sent again, word for word, is refused as a duplicate
    /// (2308). What the bank does is not known; else it is answered as before.
    /// </summary>
    public bool RefusesRepetitions { get; init; }

    /// <summary>
    /// Whether a refund of what was confirmed names the hold, and not the confirmation. The
    /// documents do not say.
    /// </summary>
    public bool RefundsConfirmationsByHold { get; init; }

    /// <summary>
    /// The return code for a wrong code of a payment by card and code. The documents name none:
    /// this one is the simulator's own.
    /// </summary>
    public string WrongKCode { get; init; } = UsualWrongKCode;

    /// <summary>
    /// The return code for a person who is another. The documents name none: this one is the
    /// simulator's own.
    /// </summary>
    public string DeniedIdentity { get; init; } = UsualDeniedIdentity;

    /// <summary>AgentSignStatus of an agreement in force: samples have 00 and 0.</summary>
    public string SignedStatus { get; init; } = "00";

    /// <summary>AgentSignStatus of an agreement that is over. The documents name none.</summary>
    public string UnsignedStatus { get; init; } = "02";

    /// <summary>Whether the end of an agreement is asked for under a new number, and not under
    /// that of its signing. The documents do not say.</summary>
    public bool UnsignsByOwnNumber { get; init; }

    /// <summary>How long a refund is only taken and not done. The documents name no time.
    /// </summary>
    public TimeSpan RefundTakes { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How long a batch of refunds or debits is only taken and not done. The documents name no
    /// time.
    /// </summary>
    public TimeSpan BatchTakes { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether a batch that is done stays 4, submitted, so that only its rows tell how it went. The
    /// documents have 6 to 8 for that; a remark in the PHP SDK says that these are for show only.
    /// </summary>
    public bool BatchesStaySubmitted { get; init; }

    /// <summary>
    /// When a day's statement is ready, from the midnight that ends the day. The documents say
    /// that it is the day after.
    /// </summary>
    public TimeSpan StatementTakes { get; init; } = TimeSpan.FromHours(9);
}

/// <summary>One registered merchant.</summary>
/// <param name="MerchantId">15 digits.</param>
/// <param name="Certificate">Its certificate, PEM.</param>
internal sealed record AbcMerchant(string MerchantId, string Certificate)
{
    /// <summary>CommodityType codes that are opened for it; empty for every one.</summary>
    public IReadOnlyList<string> Commodities { get; init; } = [];

    /// <summary>TrxType names that are not opened for it.</summary>
    public IReadOnlyList<string> Closed { get; init; } = [];
}
