using System.Net;

namespace PayFunctions.Net;

/// <summary>
/// Networks the operator opened although they are not public: internal merchants, the sandbox.
/// There is no list of names: a name is allowed by the addresses it resolves to.
/// </summary>
internal sealed class NetworkList
{
    /// <summary>How many networks a list may hold.</summary>
    public const int CountMax = 64;

    // A shorter prefix would open most of the address space in one line.
    private const int ShortestV4 = 8;
    private const int ShortestV6 = 7;

    /// <summary>Nothing but public addresses.</summary>
    public static readonly NetworkList None = new([]);

    private readonly Cidr[] networks;

    private NetworkList(Cidr[] networks) => this.networks = networks;

    public bool IsEmpty => networks.Length == 0;

    /// <summary>Whether a name that means this machine may be resolved at all.</summary>
    public bool HasLoopback => Contains(IPAddress.Loopback) || Contains(IPAddress.IPv6Loopback);

    /// <summary>Reads CIDRs such as <c>10.1.0.0/16</c>; null when one is not, or is too wide.
    /// </summary>
    public static NetworkList? Parse(IReadOnlyList<string> cidrs)
    {
        if (cidrs.Count > CountMax)
        {
            return null;
        }

        List<Cidr> parsed = [];
        foreach (var text in cidrs)
        {
            if (Cidr.TryParse(text) is not { } network || IsTooWide(network))
            {
                return null;
            }

            parsed.Add(network);
        }

        return new NetworkList([.. parsed]);
    }

    public bool Contains(IPAddress address)
        => Array.Exists(networks, network => network.Contains(address));

    private static bool IsTooWide(Cidr network)
        => network.Prefix < (network.IsIpv4 ? ShortestV4 : ShortestV6);
}
