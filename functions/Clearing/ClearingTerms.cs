namespace PayFunctions.Clearing;

/// <summary>When, and from what sum on, a day is paid out.</summary>
/// <param name="Days">Working days after it: T+N.</param>
/// <param name="ThresholdFen">The least that is paid out, in fen.</param>
/// <param name="Calendar">The working days.</param>
internal sealed record ClearingTerms(int Days, long ThresholdFen, WorkCalendar Calendar);
