namespace PayFunctions.Channels.Alipay;

/// <summary>What came of a call: a verified answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="UnknownCertificate">
/// The number of the certificate that has to be learned before the answer can be verified.
/// </param>
internal readonly record struct AlipayReply(
    AlipayAnswer? Answer, string Reason, string? UnknownCertificate = null)
{
    /// <summary>A verified answer.</summary>
    public static AlipayReply Of(AlipayAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static AlipayReply Trouble(string reason) => new(null, reason);

    /// <summary>No answer yet: it is signed by a certificate that is not known.</summary>
    public static AlipayReply Unproved(string certificateNumber)
        => new(null, "the answer is signed by an unknown certificate", certificateNumber);
}
