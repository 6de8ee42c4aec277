using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A registered merchant with its keys loaded.</summary>
internal sealed class Merchant(WeChatPayMerchant registered) : IDisposable
{
    private readonly Dictionary<string, RSA> keys = registered.Keys.ToDictionary(
        static k => k.Serial, static k => RsaText.Public(k.PublicKey), StringComparer.Ordinal);

    /// <summary>What was registered.</summary>
    public WeChatPayMerchant Registered => registered;

    /// <summary>The key of a serial number; null where it has no such key.</summary>
    public RSA? KeyOf(string serial) => keys.GetValueOrDefault(serial);

    /// <summary>Whether one of its keys signed a text.</summary>
    public bool HasSigned(byte[] text, string signature)
        => keys.Values.Any(k => SignedText.IsBy(k, text, signature));

    /// <summary>The merchant for whom it acts; null where it does not.</summary>
    public SubMerchant? FindSub(string mchId)
        => registered.SubMerchants.FirstOrDefault(
            s => string.Equals(s.MchId, mchId, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in keys.Values)
        {
            key.Dispose();
        }
    }
}
