using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Puts settings in the place of <c>%Name%</c>.</summary>
internal static partial class SettingNames
{
    /// <summary>The text with every reference replaced.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static string Resolve(string text, IConfiguration configuration)
        => Reference().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            return configuration[KeyOf(name)]
                ?? throw new InvalidOperationException(
                    $"'{text}' names the setting '{name}', which is missing.");
        });

    /// <summary>The configuration key of a setting named like an environment variable.</summary>
    public static string KeyOf(string name)
        => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    [GeneratedRegex(
        "%(?<name>[^%]+)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
