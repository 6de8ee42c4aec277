namespace PayFunctions.Sandbox.Tenpay;

/// <summary>What the simulator knows before it listens.</summary>
internal sealed record TenpaySimulatorOptions
{
    /// <summary>The merchants that may call.</summary>
    public required IReadOnlyList<TenpayMerchant> Merchants { get; init; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The loopback port for refunds by mutual TLS; 0 takes a free one.</summary>
    public int SecurePort { get; init; }

    /// <summary>The clock of trades, notify_ids, bills and retries.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than documented notifications are repeated.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>
    /// Whether a payer whose address is not the spbill_create_ip, or who comes from elsewhere than
    /// the merchant's domain, is turned away. Under 100 fen nobody is.
    /// </summary>
    public bool CheckPayer { get; init; }

    /// <summary>
    /// Whether refunds are taken on the plain port too, without a client certificate. The real one
    /// never does that.
    /// </summary>
    public bool RefundsWithoutCertificate { get; init; }
}

/// <summary>One merchant.</summary>
/// <param name="Profile">Which interface it speaks.</param>
/// <param name="Identity">Its appid, or its partner.</param>
/// <param name="Key">The shared key.</param>
internal sealed record TenpayMerchant(TenpayProfile Profile, string Identity, string Key)
{
    /// <summary>
    /// The ten digits that transaction numbers begin with: the partner, or what is registered
    /// behind an appid.
    /// </summary>
    public string Number { get; init; } = Identity;

    /// <summary>Which of its keys the key is.</summary>
    public string KeyIndex { get; init; } = "1";

    /// <summary>The operator who may refund; the partner where none is named.</summary>
    public string Operator { get; init; } = Identity;

    /// <summary>His password.</summary>
    public string OperatorPassword { get; init; } = "111111";

    /// <summary>
    /// The SHA-256 thumbprint of its client certificate, in hex; null where it has none.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>Where the wallet opens its application; null where it has none.</summary>
    public Uri? LoginUrl { get; init; }

    /// <summary>The host its payers come from, for the check of payers.</summary>
    public string Domain { get; init; } = "localhost";
}

/// <summary>The two interfaces that are simulated.</summary>
internal enum TenpayProfile
{
    /// <summary>The open platform, by appid.</summary>
    Open,

    /// <summary>The B2C gateway, by partner.</summary>
    Gateway,
}
