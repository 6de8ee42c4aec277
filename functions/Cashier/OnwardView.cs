namespace PayFunctions.Cashier;

/// <summary>What <see cref="OnwardPage"/> leads to.</summary>
/// <param name="Address">The channel's page.</param>
public sealed record OnwardView(string Address);
