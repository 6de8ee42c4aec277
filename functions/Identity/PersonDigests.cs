namespace PayFunctions.Identity;

/// <summary>
/// A person in keyed hashes, made for one application: 64 hexadecimal digits each, which say
/// nothing to whoever lacks the key. Empty for what was not said.
/// </summary>
/// <param name="All">Over everything that was said.</param>
/// <param name="Name">Over the name.</param>
/// <param name="CertificateNo">Over the identity document's number.</param>
/// <param name="CardNo">Over the number of the card or account.</param>
internal sealed record PersonDigests(
    string All, string Name, string CertificateNo, string CardNo);
