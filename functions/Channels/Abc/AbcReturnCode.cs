using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's return codes. Most meanings come from merchants, not from the bank, and texts vary:
/// a code refuses for good only where that is certain, or where the operator says so
/// (<c>refused_codes</c>). Every code that is not here is <see cref="AbcMeaning.Trouble"/>.
/// </summary>
internal static class AbcReturnCode
{
    private const string Success = "0000";
    private const string NotSigned = "AP5095";
    private const int LengthMin = 4;
    private const int LengthMax = 8;
    private const int ListMax = 32;

    private static readonly FrozenDictionary<string, AbcMeaning> Table =
        new Dictionary<string, AbcMeaning>(StringComparer.Ordinal)
        {
            [Success] = AbcMeaning.Done,

            // The request itself: our certificate or registration. To be mended, not to be failed.
            ["2302"] = AbcMeaning.Trouble,  // signature check failed; comes unsigned too
            ["2303"] = AbcMeaning.Trouble,  // number and certificate do not match

            // The merchant may not do this.
            ["2304"] = AbcMeaning.Refused,  // merchant's status abnormal
            ["2305"] = AbcMeaning.Refused,  // no such merchant
            ["2310"] = AbcMeaning.Refused,  // function not opened
            ["2311"] = AbcMeaning.Refused,  // commodity type not opened

            // The order.
            ["2306"] = AbcMeaning.StateForbids,
            ["2307"] = AbcMeaning.NoSuchOrder,
            ["2308"] = AbcMeaning.Repeated,  // "duplicated" or "amount": texts vary
            ["2309"] = AbcMeaning.Repeated,  // likewise

            // The bank's side.
            ["2400"] = AbcMeaning.Trouble,  // back end failed
            ["2500"] = AbcMeaning.Trouble,  // test environment
            ["2501"] = AbcMeaning.Trouble,  // test environment
            ["2600"] = AbcMeaning.Trouble,  // statement not yet produced
            ["2999"] = AbcMeaning.Trouble,  // other system error
            ["EUNKWN"] = AbcMeaning.Trouble,  // result unknown: ask later
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a code means for an account; a missing one is trouble.</summary>
    public static AbcMeaning MeaningOf(string? code, AbcAccount account)
        => code is null ? AbcMeaning.Trouble
            : account.Reading.RefusedCodes.Contains(code) ? AbcMeaning.Refused
            : Table.GetValueOrDefault(code, AbcMeaning.Trouble);

    /// <summary>Whether a code says that the payer must sign up for payments by code first.
    /// </summary>
    public static bool IsNotSigned(string? code)
        => string.Equals(code, NotSigned, StringComparison.Ordinal);

    /// <summary>Whether a text looks like a return code.</summary>
    public static bool IsCode(string text)
        => text.Length is >= LengthMin and <= LengthMax
            && text.All(static c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    /// <summary>
    /// Whether an operator's list can be used: no code of it says that something is done, unknown,
    /// absent or there already, for that must never read as refused.
    /// </summary>
    public static bool MayRefuse(string list)
        => ListOf(list) is { Count: <= ListMax } codes
            && codes.All(static c => IsCode(c)
                && c is not (Success or NotSigned or "EUNKWN" or "2307" or "2308"));

    /// <summary>The codes of a list.</summary>
    public static ImmutableSortedSet<string> ListOf(string list)
        => list.Length == 0
            ? []
            : list.Split(',', StringSplitOptions.TrimEntries)
                .ToImmutableSortedSet(StringComparer.Ordinal);
}
