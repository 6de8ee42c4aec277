using System.Buffers.Binary;
using System.Net;

namespace PayFunctions.Net;

/// <summary>The IPv4 addresses that an IPv6 address can carry through a translator or tunnel.
/// </summary>
internal static class EmbeddedIpv4
{
    private static readonly Cidr SixToFour = Cidr.Parse("2002::/16");
    private static readonly Cidr Teredo = Cidr.Parse("2001::/32");
    private static readonly Cidr LocalNat64 = Cidr.Parse("64:ff9b:1::/48");
    private static readonly Cidr[] InTheLastBytes =
    [
        Cidr.Parse("::/96"),
        Cidr.Parse("::ffff:0:0/96"),
        Cidr.Parse("::ffff:0:0:0/96"),
        Cidr.Parse("64:ff9b::/96"),
    ];

    /// <summary>Every IPv4 address a router may read out of it; none for most.</summary>
    public static List<IPAddress> Of(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        List<IPAddress> found = [];
        if (IsIsatap(bytes) || InTheLastBytes.Any(range => range.Contains(address)))
        {
            found.Add(new IPAddress(bytes.AsSpan(12, 4)));
        }

        if (LocalNat64.Contains(address))
        {
            // The network chose the prefix's length: 48 bits part the address around the eighth
            // byte, 96 bits put it last, and the place not used is zero.
            IPAddress[] places = [new([.. bytes[6..8], .. bytes[9..11]]), new(bytes[12..16])];
            found.AddRange(places.Where(static one => !one.Equals(IPAddress.Any)));
        }

        if (SixToFour.Contains(address))
        {
            found.Add(new IPAddress(bytes.AsSpan(2, 4)));
        }

        if (Teredo.Contains(address))
        {
            // The relay's own address, and the client's with every bit turned over.
            found.Add(new IPAddress(bytes.AsSpan(4, 4)));
            found.Add(new IPAddress(
                [.. bytes.AsSpan(12, 4).ToArray().Select(static one => (byte)(one ^ 0xFF))]));
        }

        return found;
    }

    // The interface identifier is 5efe behind a word that is zero but for its "universal" bit.
    private static bool IsIsatap(ReadOnlySpan<byte> bytes)
        => (BinaryPrimitives.ReadUInt32BigEndian(bytes[8..12]) & ~0x0200_0000u) == 0x0000_5EFEu;
}
