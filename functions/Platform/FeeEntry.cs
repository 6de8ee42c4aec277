using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>The terms of an application's payments from a day on.</summary>
/// <param name="Channel">The channel; null for every channel that has no entry of its own.
/// </param>
/// <param name="From">The first day, in Beijing.</param>
/// <param name="Terms">The terms.</param>
internal sealed record FeeEntry(string? Channel, DateOnly From, FeeTerms Terms);
