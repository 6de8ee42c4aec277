namespace PayFunctions.Sandbox.Alipay;

/// <summary>What the simulator knows before it listens.</summary>
internal sealed record AlipaySimulatorOptions
{
    /// <summary>Alipay's own private key: PEM, or the bare base64 of PKCS#8 or PKCS#1.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>The applications that may call.</summary>
    public required IReadOnlyList<AlipayApplication> Applications { get; init; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of trades, signatures and retries.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than documented notifications are repeated.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>
    /// How far a request's timestamp may lie from our clock. The documents name no number;
    /// this one is the simulator's own.
    /// </summary>
    public TimeSpan TimestampTolerance { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether a subject with one of <c>/ = &amp;</c> is refused, as the documents say.
    /// </summary>
    public bool RefuseSpecialSubjects { get; init; } = true;

    /// <summary>Whether a payer's code is good for one trade only.</summary>
    public bool AuthCodesAreUsedOnce { get; init; } = true;

    /// <summary>
    /// Whether a repeated cancel names the action of the first one; the documents do not say.
    /// </summary>
    public bool RepeatedCancelNamesAction { get; init; } = true;

    /// <summary>
    /// Whether a trade that begins (WAIT_BUYER_PAY) is notified; genuine ones are where the
    /// merchant's contract says so.
    /// </summary>
    public bool NotifiesOfCreation { get; init; }

    /// <summary>Whether a close or cancel without a refund is notified; likewise.</summary>
    public bool NotifiesOfClosing { get; init; }

    /// <summary>How long a paid trade can be refunded; afterwards it is finished.</summary>
    public TimeSpan RefundWindow { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How bills are made.</summary>
    public BillOptions Bills { get; init; } = new();
}
