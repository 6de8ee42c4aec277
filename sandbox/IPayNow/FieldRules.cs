using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>What fields must be, by the tables of the documents.</summary>
internal static class FieldRules
{
    private const int AmountDigits = 11;

    /// <summary>Whether a text has that many characters.</summary>
    public static bool IsLong(string text, int least, int most)
        => text.Length >= least && text.Length <= most;

    /// <summary>Whether a text is only digits, of that number.</summary>
    public static bool IsDigits(string text, int least, int most)
        => IsLong(text, least, most) && text.All(char.IsAsciiDigit);

    /// <summary>Whether a text is an address of the web, of at most 200 characters.</summary>
    public static bool IsAddress(string text) => IsLong(text, 1, 200) && WireMessage.IsWeb(text);

    /// <summary>The fen of an amount; null where it is none.</summary>
    public static long? Fen(string text)
        => IsDigits(text, 1, AmountDigits)
            && text[0] != '0'
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The first field that breaks its rule.</summary>
    public static Refusal? First(
        GatewayRequest request, params IEnumerable<(string Name, Func<string, bool> Rule)> rules)
        => rules
            .Where(r => !r.Rule(request[r.Name]))
            .Select(static r => Refusal.Field(r.Name))
            .FirstOrDefault();

    /// <summary>A rule that holds for an absent field too.</summary>
    public static Func<string, bool> OrAbsent(Func<string, bool> rule)
        => text => text.Length == 0 || rule(text);

    /// <summary>One of some values.</summary>
    public static Func<string, bool> OneOf(params string[] values)
        => text => values.Contains(text, StringComparer.Ordinal);
}
