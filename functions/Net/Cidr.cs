using System.Globalization;
using System.Net;

namespace PayFunctions.Net;

/// <summary>
/// A network such as <c>10.1.0.0/16</c>. The platform's own type takes a mapped IPv6 address for
/// the IPv4 address inside it; here an address lies only in networks of its own family.
/// </summary>
internal sealed class Cidr
{
    private readonly byte[] network;

    private Cidr(byte[] network, int prefix)
    {
        this.network = network;
        Prefix = prefix;
    }

    /// <summary>Bits that every address of the network shares.</summary>
    public int Prefix { get; }

    public bool IsIpv4 => network.Length == 4;

    /// <summary>For networks written in the code.</summary>
    /// <exception cref="FormatException">It is no network.</exception>
    public static Cidr Parse(string text)
        => TryParse(text) ?? throw new FormatException($"'{text}' is no network.");

    /// <summary>Null for what is no network, and where bits are set behind the prefix.</summary>
    public static Cidr? TryParse(string text)
    {
        if (text.Split('/') is not [var start, var length]
            || !IPAddress.TryParse(start, out var address)
            || start.Contains('%', StringComparison.Ordinal)
            || !int.TryParse(
                length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var isShort = bytes.Length == 4
            && !string.Equals(address.ToString(), start, StringComparison.Ordinal);
        return isShort || prefix > bytes.Length * 8 || !IsZeroFrom(bytes, prefix)
            ? null
            : new(bytes, prefix);
    }

    public bool Contains(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length != network.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= network[i];
        }

        return IsZeroUpTo(bytes, Prefix);
    }

    private static bool IsZeroUpTo(byte[] bytes, int bits)
        => bytes.AsSpan(0, bits / 8).IndexOfAnyExcept((byte)0) < 0
            && (bits % 8 == 0 || bytes[bits / 8] >> (8 - (bits % 8)) == 0);

    private static bool IsZeroFrom(byte[] bytes, int bits)
        => bytes.AsSpan((bits + 7) / 8).IndexOfAnyExcept((byte)0) < 0
            && (bits % 8 == 0 || (bytes[bits / 8] & (0xFF >> (bits % 8))) == 0);
}
