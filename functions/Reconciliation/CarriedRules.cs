namespace PayFunctions.Reconciliation;

/// <summary>What a half is, given what is remembered of it.</summary>
internal static class CarriedRules
{
    /// <summary>Judges the half of one side on one day.</summary>
    public static CarriedVerdict Of(Carried? known, DateOnly day, bool isOurs) => known switch
    {
        null => CarriedVerdict.New,
        _ when known.IsOurs != isOurs
            => known.Day != day ? CarriedVerdict.Meets : CarriedVerdict.Strange,
        _ when known.Day != day => CarriedVerdict.Strange,
        { MetOn: not null } => CarriedVerdict.Met,
        _ => CarriedVerdict.Waits,
    };
}
