using System.Net;
using System.Net.Sockets;

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

    private readonly IPNetwork[] networks;

    private NetworkList(IPNetwork[] networks) => this.networks = networks;

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

        var parsed = new IPNetwork[cidrs.Count];
        for (var i = 0; i < parsed.Length; i++)
        {
            if (!IPNetwork.TryParse(cidrs[i], out parsed[i]) || IsTooWide(parsed[i]))
            {
                return null;
            }
        }

        return new NetworkList(parsed);
    }

    public bool Contains(IPAddress address)
        => Array.Exists(networks, network => network.Contains(address));

    private static bool IsTooWide(IPNetwork network)
        => network.PrefixLength < (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork
            ? ShortestV4
            : ShortestV6);
}
