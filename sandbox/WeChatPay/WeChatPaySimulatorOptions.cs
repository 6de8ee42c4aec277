namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What the simulator knows before it listens.</summary>
internal sealed record WeChatPaySimulatorOptions
{
    /// <summary>The merchants that may call.</summary>
    public required IReadOnlyList<WeChatPayMerchant> Merchants { get; init; }

    /// <summary>Platform certificates; the first one signs at first, all are handed out.</summary>
    public IReadOnlyList<PlatformCertificate> Certificates { get; init; } = [];

    /// <summary>WeChat Pay's public key; null where there is none.</summary>
    public PlatformPublicKey? PublicKey { get; init; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The loopback port of the backup host; 0 takes a free one.</summary>
    public int BackupPort { get; init; }

    /// <summary>The loopback port that speaks TLS; 0 takes a free one.</summary>
    public int SecurePort { get; init; }

    /// <summary>The clock of orders, signatures and retries.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than documented notifications are repeated.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>How requests are checked, and in which order.</summary>
    public IReadOnlyList<RequestCheck> Checks { get; init; } =
        [RequestCheck.Headers, RequestCheck.Clock, RequestCheck.Serial, RequestCheck.Signature];

    /// <summary>How far a request's timestamp may lie from our clock.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether codes of errors are spelled as older pages do: SYSTEMERROR.</summary>
    public bool OlderSpelling { get; init; }

    /// <summary>
    /// Whether a notify_url may be http, for merchants on this machine. The real one wants https.
    /// </summary>
    public bool AllowsPlainNotifyUrl { get; init; }

    /// <summary>Whether limits of texts count UTF-8 bytes; the documents do not say.</summary>
    public bool CountsBytes { get; init; }

    /// <summary>
    /// Whether a number may be posted again with another payer_client_ip; the documents do not say.
    /// </summary>
    public bool PayerAddressMayChange { get; init; }

    /// <summary>
    /// Whether the payer can pay a closed order by control: as if he had been faster than the
    /// close.
    /// </summary>
    public bool PaysAfterClose { get; init; }

    /// <summary>Whether the close of a number nobody knows is 204; sources disagree.</summary>
    public bool ClosesUnknown { get; init; }

    /// <summary>Whether a payer's code is good for one order only.</summary>
    public bool AuthCodesAreUsedOnce { get; init; } = true;

    /// <summary>
    /// Whether a charge that waits for the payer is told by status 202 with a code, not by an
    /// order that says USERPAYING and nothing else.
    /// </summary>
    public bool WaitingIsAccepted { get; init; }

    /// <summary>How long after a charge it cannot be reversed yet.</summary>
    public TimeSpan ReverseAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether an unpaid charge that is reversed ends as CLOSED, not as REVOKED; both are told.
    /// </summary>
    public bool ReversedUnpaidIsClosed { get; init; }

    /// <summary>
    /// Whether reverses of the XML interface are taken on the plain ports too, without a client
    /// certificate. The real one never does that.
    /// </summary>
    public bool ReversesWithoutCertificate { get; init; }

    /// <summary>How long a refund is under way.</summary>
    public TimeSpan RefundTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The least time between two refunds of an order.</summary>
    public TimeSpan RefundGap { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What WeChat Pay itself adds to each payment of more than that, in fen.</summary>
    public long CouponFen { get; init; }

    /// <summary>How bills are made.</summary>
    public BillOptions Bills { get; init; } = new();
}
