using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Net;

/// <summary>Says of an address whether a merchant's notification may be posted to it.</summary>
internal static class AddressRules
{
    /// <summary>
    /// The verdict on one address. An IPv4 address inside an IPv6 one must pass as well as the
    /// form that carries it: opening NAT64's prefix does not open 10.0.0.1 behind it.
    /// </summary>
    public static AddressVerdict Check(IPAddress address, NetworkList allowed)
    {
        var verdict = CheckOne(address, allowed);
        if (!verdict.MayBeCalled() || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return verdict;
        }

        return EmbeddedIpv4.Of(address).All(inner => CheckOne(inner, allowed).MayBeCalled())
            ? verdict
            : AddressVerdict.EmbedsRefused;
    }

    private static AddressVerdict CheckOne(IPAddress address, NetworkList allowed)
    {
        var verdict = Classify(address);
        var closed = verdict is AddressVerdict.Public
            or AddressVerdict.Unusable or AddressVerdict.CloudPlatform;
        return !closed && allowed.Contains(address) ? AddressVerdict.Allowed : verdict;
    }

    private static AddressVerdict Classify(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Find(AddressRanges.Platform, address)
                ?? Find(AddressRanges.V4, address)
                ?? AddressVerdict.Public;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
        {
            return AddressVerdict.Unusable;
        }

        return Find(AddressRanges.V6, address)
            ?? (AddressRanges.GlobalUnicast.Contains(address)
                ? AddressVerdict.Public
                : AddressVerdict.Reserved);
    }

    private static AddressVerdict? Find(
        (Cidr Range, AddressVerdict Verdict)[] ranges, IPAddress address)
    {
        foreach (var (range, verdict) in ranges)
        {
            if (range.Contains(address))
            {
                return verdict;
            }
        }

        return null;
    }
}
