namespace PayFunctions.Net;

/// <summary>
/// The ranges of IANA's registries of special-purpose addresses, IPv4 and IPv6, and the few
/// others that name no merchant. The first range that holds an address names it.
/// </summary>
internal static class AddressRanges
{
    /// <summary>Addresses of the platform itself: wire server and metadata service.</summary>
    public static readonly (Cidr Range, AddressVerdict Verdict)[] Platform =
    [
        At("168.63.129.16/32", AddressVerdict.CloudPlatform),
        At("169.254.169.254/32", AddressVerdict.CloudPlatform),
    ];

    public static readonly (Cidr Range, AddressVerdict Verdict)[] V4 =
    [
        At("0.0.0.0/8", AddressVerdict.Unspecified),
        At("10.0.0.0/8", AddressVerdict.Private),
        At("100.64.0.0/10", AddressVerdict.CarrierNat),
        At("127.0.0.0/8", AddressVerdict.Loopback),
        At("169.254.0.0/16", AddressVerdict.LinkLocal),
        At("172.16.0.0/12", AddressVerdict.Private),
        At("192.0.0.0/24", AddressVerdict.ProtocolAssignment),
        At("192.0.2.0/24", AddressVerdict.Documentation),
        At("192.88.99.0/24", AddressVerdict.Reserved),  // relays of 6to4, withdrawn
        At("192.168.0.0/16", AddressVerdict.Private),
        At("198.18.0.0/15", AddressVerdict.Benchmarking),
        At("198.51.100.0/24", AddressVerdict.Documentation),
        At("203.0.113.0/24", AddressVerdict.Documentation),
        At("224.0.0.0/4", AddressVerdict.Multicast),
        At("255.255.255.255/32", AddressVerdict.Broadcast),
        At("240.0.0.0/4", AddressVerdict.Reserved),
    ];

    public static readonly (Cidr Range, AddressVerdict Verdict)[] V6 =
    [
        At("::/128", AddressVerdict.Unspecified),
        At("::1/128", AddressVerdict.Loopback),
        At("::/96", AddressVerdict.Ipv4InIpv6),  // compatible
        At("::ffff:0:0/96", AddressVerdict.Ipv4InIpv6),  // mapped
        At("::ffff:0:0:0/96", AddressVerdict.Ipv4InIpv6),  // translated
        At("64:ff9b::/96", AddressVerdict.Ipv4InIpv6),  // NAT64
        At("64:ff9b:1::/48", AddressVerdict.Ipv4InIpv6),  // NAT64 inside a network
        At("100::/64", AddressVerdict.DiscardOnly),
        At("2001::/32", AddressVerdict.Ipv4InIpv6),  // Teredo
        At("2001:2::/48", AddressVerdict.Benchmarking),
        At("2001::/23", AddressVerdict.ProtocolAssignment),
        At("2001:db8::/32", AddressVerdict.Documentation),
        At("2002::/16", AddressVerdict.Ipv4InIpv6),  // 6to4
        At("3fff::/20", AddressVerdict.Documentation),
        At("5f00::/16", AddressVerdict.Reserved),  // identifiers of segment routing
        At("fc00::/7", AddressVerdict.Private),
        At("fe80::/10", AddressVerdict.LinkLocal),
        At("fec0::/10", AddressVerdict.Private),  // site-local
        At("ff00::/8", AddressVerdict.Multicast),
    ];

    /// <summary>All that is handed out as global unicast; the rest is reserved.</summary>
    public static readonly Cidr GlobalUnicast = Cidr.Parse("2000::/3");

    private static (Cidr Range, AddressVerdict Verdict) At(string range, AddressVerdict verdict)
        => (Cidr.Parse(range), verdict);
}
