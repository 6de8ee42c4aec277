using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Tenpay;

/// <summary>What it takes to refund. A class without a ToString: it carries secrets.</summary>
internal sealed class TenpayRefundAccess
{
    /// <summary>Where refunds are sent.</summary>
    public required Uri Address { get; init; }

    /// <summary>The operator who refunds.</summary>
    public required string OperatorId { get; init; }

    /// <summary>The MD5 of the operator's password, as it is sent.</summary>
    public required string OperatorPassword { get; init; }

    /// <summary>
    /// The merchant's client certificate with its key. The connections that show it live as long as
    /// this instance.
    /// </summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>Whether Tenpay is told where to notify us about refunds.</summary>
    public required bool IsNotified { get; init; }
}
