using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Net;

/// <summary>The rules for a URL's host: a plain DNS name, or an address in its one plain form.
/// </summary>
internal static class HostRules
{
    private const int NameLengthMax = 253;
    private const int LabelLengthMax = 63;

    // Names that resolvers and hosts files tie to the machine itself.
    private static readonly string[] LocalNames =
    [
        "localhost", "localhost.localdomain", "localhost4", "localhost6",
        "localhost6.localdomain6", "ip6-localhost", "ip6-loopback", "loopback",
    ];

    public static UrlCheck Check(UrlParts parts, NetworkList allowed)
    {
        if (CheckForm(parts) is { } refused)
        {
            return new(refused);
        }

        if (parts.IsBracketed)
        {
            return IPAddress.TryParse(parts.Host, out var six)
                && six.AddressFamily == AddressFamily.InterNetworkV6
                ? CheckAddress(six, allowed)
                : new(UrlVerdict.HostMalformed);
        }

        var labels = parts.Host.Split('.');
        if (EndsInNumber(labels))
        {
            return ReadDotted(labels) is { } four
                ? CheckAddress(four, allowed)
                : new(UrlVerdict.HostNumeric);
        }

        return new(CheckName(parts.Host, labels, allowed));
    }

    private static UrlVerdict? CheckForm(UrlParts parts) => parts.Host switch
    {
        "" => UrlVerdict.HostMissing,
        _ when parts.Host.Contains('%', StringComparison.Ordinal)
            => parts.IsBracketed ? UrlVerdict.HostZone : UrlVerdict.HostPercentEncoded,
        { Length: > NameLengthMax } => UrlVerdict.HostMalformed,
        [.., '.'] => UrlVerdict.HostTrailingDot,
        _ => null,
    };

    private static UrlCheck CheckAddress(IPAddress address, NetworkList allowed)
    {
        var verdict = AddressRules.Check(address, allowed);
        return verdict.MayBeCalled()
            ? new(UrlVerdict.Accepted)
            : new(UrlVerdict.AddressRefused, Address: verdict);
    }

    // Resolvers read a name whose last label is a number as an address: decimal, octal, hex,
    // with one to four parts. Four plain decimal parts are taken, every other form is refused.
    private static bool EndsInNumber(string[] labels)
        => labels[^1] is ['0', 'x' or 'X', .. var hex]
            ? hex.All(char.IsAsciiHexDigit)
            : labels[^1].Length > 0 && labels[^1].All(char.IsAsciiDigit);

    private static IPAddress? ReadDotted(string[] labels)
    {
        if (labels.Length != 4)
        {
            return null;
        }

        var bytes = new byte[4];
        for (var i = 0; i < bytes.Length; i++)
        {
            var plain = labels[i] is [_] or [not '0', ..];
            if (!plain || !byte.TryParse(
                labels[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return null;
            }
        }

        return new IPAddress(bytes);
    }

    private static UrlVerdict CheckName(string host, string[] labels, NetworkList allowed)
    {
        if (!labels.All(IsLabel))
        {
            return UrlVerdict.HostMalformed;
        }

        if (IsLocal(host))
        {
            return allowed.HasLoopback ? UrlVerdict.Accepted : UrlVerdict.HostLocal;
        }

        // Nothing public has such a name; an internal network's search list may complete it.
        return labels.Length == 1 && allowed.IsEmpty
            ? UrlVerdict.HostWithoutDot
            : UrlVerdict.Accepted;
    }

    private static bool IsLocal(string host)
        => LocalNames.Contains(host, StringComparer.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsLabel(string label)
        => label.Length is > 0 and <= LabelLengthMax
            && label[0] != '-'
            && label[^1] != '-'
            && label.All(static one => char.IsAsciiLetterOrDigit(one) || one == '-');
}
