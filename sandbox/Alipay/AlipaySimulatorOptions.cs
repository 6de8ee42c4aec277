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
}

/// <summary>One registered application.</summary>
/// <param name="AppId">Up to 32 digits.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, PEM or bare base64.</param>
/// <param name="SellerId">The account that receives the money, 2088 and twelve digits.</param>
internal sealed record AlipayApplication(string AppId, string PublicKey, string SellerId);
