namespace PayFunctions.Cashier;

/// <summary>What <see cref="HandoverPage"/> carries.</summary>
/// <param name="Action">Where the form is posted.</param>
/// <param name="Fields">Its hidden fields, unescaped.</param>
public sealed record HandoverView(
    string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);
