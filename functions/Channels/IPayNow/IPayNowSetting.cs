namespace PayFunctions.Channels.IPayNow;

/// <summary>One setting of an account.</summary>
/// <param name="Name">As it is registered.</param>
/// <param name="Only">The one profile that knows it; null when both do.</param>
/// <param name="IsValid">Whether a text can be its value.</param>
/// <param name="Must">What it must be: the end of a sentence that begins with its name.</param>
internal sealed record IPayNowSetting(
    string Name, IPayNowProfile? Only, Func<string, bool> IsValid, string Must);
