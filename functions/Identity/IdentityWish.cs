namespace PayFunctions.Identity;

/// <summary>What a merchant wants to have checked, besides the person.</summary>
/// <param name="OutVerifyNo">The merchant's number.</param>
/// <param name="Product">The product.</param>
/// <param name="Account">The account it wants, or null.</param>
/// <param name="ReturnUrl">Where the person goes afterwards, or null.</param>
/// <param name="Lifetime">How long the person has.</param>
internal sealed record IdentityWish(
    string OutVerifyNo, string Product, string? Account, string? ReturnUrl, TimeSpan Lifetime);
