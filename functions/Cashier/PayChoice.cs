namespace PayFunctions.Cashier;

/// <summary>One way to pay.</summary>
/// <param name="Name">As the payer knows it.</param>
/// <param name="Href">Where choosing it leads.</param>
public sealed record PayChoice(string Name, string Href);
