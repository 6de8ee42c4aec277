namespace PayFunctions.Reconciliation;

/// <summary>What a row, or a line, turned out to be.</summary>
/// <param name="Difference">What to keep of it.</param>
/// <param name="Carry">What to remember for another day, if anything.</param>
/// <param name="Meets">What another day had remembered, and what is now explained there.</param>
internal sealed record Explanation(
    Difference Difference, Carried? Carry = null, Carried? Meets = null)
{
    /// <summary>A difference that the other day explains.</summary>
    public static Difference Met(Difference difference, DateOnly otherDay) => difference with
    {
        Detail = FormattableString.Invariant($"the other half is of {otherDay:yyyy-MM-dd}"),
        IsCleared = true,
    };
}
