using System.Globalization;
using System.Text.Json.Serialization;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>The terms of payments as the operator sends them.</summary>
internal sealed class FeeText
{
    /// <summary>The most entries of one application.</summary>
    public const int MaxEntries = 64;

    /// <summary>The largest sum in an entry, in fen.</summary>
    public const long MaxFenOfEntry = 100_000_000_000;

    private const string Day = "yyyy-MM-dd";
    private const string KeepWord = "keep";
    private const string ReturnWord = "return";

    /// <summary>The channel, or nothing for all.</summary>
    public string? Channel { get; set; }

    /// <summary>The first day, <c>yyyy-MM-dd</c>, in Beijing.</summary>
    public string From { get; set; } = "2000-01-01";

    /// <summary>Hundredths of a percent.</summary>
    public int BasisPoints { get; set; }

    /// <summary>The fixed part, in fen.</summary>
    public long FixedFee { get; set; }

    /// <summary>The least, in fen.</summary>
    public long MinFee { get; set; }

    /// <summary>The most, in fen.</summary>
    public long? MaxFee { get; set; }

    /// <summary><c>keep</c> or <c>return</c>.</summary>
    public string OnRefund { get; set; } = KeepWord;

    /// <summary>Whether it makes sense.</summary>
    [JsonIgnore]
    public bool IsValid
        => (Channel is null || ApplicationJson.IsName(Channel))
            && DateOnly.TryParseExact(From, Day, CultureInfo.InvariantCulture,
                DateTimeStyles.None, out _)
            && BasisPoints is >= 0 and <= FeeRules.Whole
            && FixedFee is >= 0 and <= MaxFenOfEntry
            && MinFee is >= 0 and <= MaxFenOfEntry
            && (MaxFee is null || (MaxFee >= MinFee && MaxFee <= MaxFenOfEntry))
            && OnRefund is KeepWord or ReturnWord;

    /// <summary>The entry it says; only of a valid one.</summary>
    public FeeEntry Read() => new(
        Channel,
        DateOnly.ParseExact(From, Day, CultureInfo.InvariantCulture),
        new FeeTerms(
            BasisPoints, FixedFee, MinFee, MaxFee,
            string.Equals(OnRefund, ReturnWord, StringComparison.Ordinal)
                ? FeeOnRefund.Return
                : FeeOnRefund.Keep));

    /// <summary>The text of an entry.</summary>
    public static FeeText Of(FeeEntry entry) => new()
    {
        Channel = entry.Channel,
        From = entry.From.ToString(Day, CultureInfo.InvariantCulture),
        BasisPoints = entry.Terms.BasisPoints,
        FixedFee = entry.Terms.FixedFen,
        MinFee = entry.Terms.MinFen,
        MaxFee = entry.Terms.MaxFen,
        OnRefund = entry.Terms.OnRefund == FeeOnRefund.Return ? ReturnWord : KeepWord,
    };
}
