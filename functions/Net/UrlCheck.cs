namespace PayFunctions.Net;

/// <summary>The result of <see cref="UrlRules.Check"/>.</summary>
/// <param name="Verdict">The first failing check, or <see cref="UrlVerdict.Accepted"/>.</param>
/// <param name="Url">The URL to call; null unless it was accepted.</param>
/// <param name="Address">What the host's address is, where the host is a refused address.</param>
internal readonly record struct UrlCheck(
    UrlVerdict Verdict, Uri? Url = null, AddressVerdict? Address = null);
