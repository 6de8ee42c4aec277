using System.Globalization;
using System.Text.Json;
using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Console;

/// <summary>Values as the console's people read them.</summary>
internal static class ConsoleText
{
    /// <summary>Instead of what is not there.</summary>
    public const string Nothing = "–";

    private const int Percent = 100;

    /// <summary>A moment, by the clock of Beijing.</summary>
    public static string Of(DateTimeOffset? at)
        => at is { } moment
            ? BeijingDay.Local(moment).ToString(
                "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : Nothing;

    /// <summary>A day.</summary>
    public static string Of(DateOnly day)
        => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How long something took.</summary>
    public static string Of(TimeSpan? span)
        => span is { } length
            ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.0} s")
            : Nothing;

    /// <summary>A part of a whole, in per cent.</summary>
    public static string Share(int part, int whole)
        => whole == 0
            ? Nothing
            : string.Create(
                CultureInfo.InvariantCulture, $"{(decimal)part * Percent / whole:0.0} %");

    /// <summary>A word of ours, as the interface writes it.</summary>
    public static string Word(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>Postings: each account and its fen.</summary>
    public static string Of(IEnumerable<Posting> postings)
        => string.Join(
            ", ",
            postings.Select(static p => string.Create(
                CultureInfo.InvariantCulture, $"{p.Account} {p.Fen:+0;-0}")));
}
