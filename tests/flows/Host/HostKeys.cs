using System.Security.Cryptography;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Every key of the world around one gateway.</summary>
internal sealed class HostKeys : IDisposable
{
    private const int Bits = 2048;

    /// <summary>Signs for the gateway, in the vault.</summary>
    public RSA Gateway { get; } = RSA.Create(Bits);

    /// <summary>The gateway's key at Alipay, in the vault.</summary>
    public RSA AlipayMain { get; } = RSA.Create(Bits);

    /// <summary>Alipay's own, for both accounts.</summary>
    public RSA Alipay { get; } = RSA.Create(Bits);

    /// <summary>The merchant's.</summary>
    public RSA Merchant { get; } = RSA.Create(Bits);

    /// <summary>Nobody's: who signs with it is a stranger.</summary>
    public RSA Stranger { get; } = RSA.Create(Bits);

    /// <summary>Opens the operator's functions.</summary>
    public string FunctionKey { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>The public half as settings hold it.</summary>
    public static string PublicOf(RSA key)
        => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>The private numbers, in each spelling in which they could be told.</summary>
    public IEnumerable<string> Secrets()
        => new[] { Gateway, AlipayMain, Alipay, Merchant, Stranger }
            .Select(static key => key.ExportParameters(includePrivateParameters: true))
            .SelectMany(static key => new[] { key.D!, key.P!, key.Q!, key.DP!, key.DQ! })
            .SelectMany(Spellings)
            .Append(FunctionKey)
            .Append("PRIVATE KEY");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in new[] { Gateway, AlipayMain, Alipay, Merchant, Stranger })
        {
            key.Dispose();
        }
    }

    private static IEnumerable<string> Spellings(byte[] number)
        => [
            Convert.ToBase64String(number).TrimEnd('='),
            System.Buffers.Text.Base64Url.EncodeToString(number),
            Convert.ToHexString(number),
        ];
}
