using System.Collections.Frozen;
using System.Globalization;

namespace PayFunctions.Net;

/// <summary>
/// The rules for a URL's port. Any port serves, but not one where another protocol listens: a
/// form posted there could be read as that protocol's commands.
/// </summary>
internal static class PortRules
{
    /// <summary>
    /// The ports that browsers refuse too (the Fetch standard's "bad ports"), and beside them
    /// remote administration, databases, caches, queues and the orchestrators' own interfaces.
    /// </summary>
    public static readonly FrozenSet<int> Refused = FrozenSet.Create(
    [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
        101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161,
        179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563,
        587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060,
        5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
        445, 873, 3389, 5900, 5985, 5986,  // file sharing, remote desktops and shells
        1433, 1521, 3306, 5432, 6379, 11211, 27017,  // databases and caches
        2181, 5672, 9092,  // queues and their coordinators
        2375, 2376, 2379, 2380, 10250, 10255,  // orchestrators
    ]);

    /// <summary>Null when the port may be called, else why not.</summary>
    /// <param name="text">What stands after the host's colon; null without a colon.</param>
    /// <param name="port">The port; null for the scheme's own.</param>
    public static UrlVerdict? Check(string? text, out int? port)
    {
        port = null;
        if (text is null)
        {
            return null;
        }

        if (text.Length == 0 || text is ['0', _, ..] || !text.All(char.IsAsciiDigit))
        {
            return UrlVerdict.PortMalformed;
        }

        var isPort = ushort.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        port = number;
        return isPort && !Refused.Contains(number) ? null : UrlVerdict.PortRefused;
    }
}
