using System.Globalization;

namespace PayFunctions.Reconciliation;

/// <summary>What a sheet is called.</summary>
/// <param name="Pass">The pass it was written in.</param>
/// <param name="Missing">Empty for the journal's own; else the name of what was missing.</param>
/// <param name="Number">Which it is.</param>
internal sealed record SheetName(int Pass, string Missing, int Number)
{
    /// <summary>How the names of a pass begin; those of passes before sort before it.</summary>
    public static string PrefixOf(int pass)
        => string.Create(CultureInfo.InvariantCulture, $"{pass:D6}:");

    /// <inheritdoc/>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture, $"{PrefixOf(Pass)}{Missing}:{Number:D6}");
}
