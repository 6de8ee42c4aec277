namespace PayFunctions.Orders;

/// <summary>A code that was entered; the code itself is not kept.</summary>
/// <param name="OutRequestNo">The merchant's number of the request.</param>
/// <param name="State">What became of it.</param>
/// <param name="At">When it was entered.</param>
internal sealed record KCodeTry(string OutRequestNo, KCodeTryState State, DateTimeOffset At);
