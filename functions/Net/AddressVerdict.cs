namespace PayFunctions.Net;

/// <summary>What an address is. Only <see cref="Public"/> and <see cref="Allowed"/> are called.
/// </summary>
internal enum AddressVerdict
{
    /// <summary>Neither IPv4 nor IPv6, or an IPv6 address with a zone.</summary>
    Unusable,

    /// <summary>Reachable on the Internet and given to no special use.</summary>
    Public,

    /// <summary>Special, and opened by the operator's list.</summary>
    Allowed,

    /// <summary>The cloud's own services on every machine; no list opens them.</summary>
    CloudPlatform,

    /// <summary>"This network" or the unspecified address.</summary>
    Unspecified,

    /// <summary>This machine.</summary>
    Loopback,

    /// <summary>Private and unique local networks, and site-local ones of old.</summary>
    Private,

    /// <summary>The provider's side of a carrier-grade NAT.</summary>
    CarrierNat,

    /// <summary>One link; metadata services live there.</summary>
    LinkLocal,

    /// <summary>Set aside for protocols: 192.0.0.0/24, 2001::/23.</summary>
    ProtocolAssignment,

    /// <summary>Examples in documentation.</summary>
    Documentation,

    /// <summary>Benchmarks of network devices.</summary>
    Benchmarking,

    /// <summary>Groups of receivers.</summary>
    Multicast,

    /// <summary>The limited broadcast address.</summary>
    Broadcast,

    /// <summary>Packets sent there are dropped.</summary>
    DiscardOnly,

    /// <summary>Given to nobody yet, or out of use.</summary>
    Reserved,

    /// <summary>A form that carries an IPv4 address: mapped, 6to4, NAT64, Teredo.</summary>
    Ipv4InIpv6,

    /// <summary>A public IPv6 address that carries a refused IPv4 address (ISATAP).</summary>
    EmbedsRefused,
}

internal static class AddressVerdicts
{
    /// <summary>Whether a post may go there.</summary>
    public static bool MayBeCalled(this AddressVerdict verdict)
        => verdict is AddressVerdict.Public or AddressVerdict.Allowed;
}
