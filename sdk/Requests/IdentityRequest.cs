using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>
/// Who is to be checked, by <see cref="PayClient.VerifyIdentityAsync"/>. What it says of the person
/// can be set and not read back, and is in no text: do not keep it yourself either.
/// </summary>
/// <remarks>The same number with the same content is the same check, however often it is sent.
/// </remarks>
public sealed class IdentityRequest
{
    private const string WriteOnly = "Who somebody is is not to be found by whoever looks.";
    private const int ExpiresInMin = 60;
    private const int ExpiresInMax = 82_800;
    private const int NameMax = 30;
    private const int CertificateMax = 30;
    private const int CardMin = 6;
    private const int CardMax = 20;
    private const int MobileDigits = 11;

    private string? _name;
    private string? _certificateNo;
    private string? _cardNo;
    private string? _mobile;

    /// <summary>
    /// The merchant's own number of the check: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. Required.
    /// </summary>
    public string? OutVerifyNo { get; init; }

    /// <summary>
    /// The product: <c>alipay_identity</c> or <c>abc_identity</c> on a page,
    /// <c>abc_identity_check</c> at once. Required.
    /// </summary>
    public string? Channel { get; init; }

    /// <summary>The channel account; null for the application's own choice.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// The kind of the document, such as <c>PASSPORT</c>; null for an identity card.
    /// </summary>
    public string? CertificateKind { get; init; }

    /// <summary>Where the person goes after the page; required for a product with one.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>How long the person has, in seconds: 60 to 82800; null for an hour.</summary>
    public int? ExpiresIn { get; init; }

    /// <summary>The name, at most 30 characters.</summary>
    [SuppressMessage("Design", "CA1044", Justification = WriteOnly)]
    public string? Name
    {
        init => _name = value;
    }

    /// <summary>The document's number, at most 30 letters and digits.</summary>
    [SuppressMessage("Design", "CA1044", Justification = WriteOnly)]
    public string? CertificateNo
    {
        init => _certificateNo = value;
    }

    /// <summary>A bank card or account, 6 to 20 digits.</summary>
    [SuppressMessage("Design", "CA1044", Justification = WriteOnly)]
    public string? CardNo
    {
        init => _cardNo = value;
    }

    /// <summary>A mobile phone's number, 11 digits.</summary>
    [SuppressMessage("Design", "CA1044", Justification = WriteOnly)]
    public string? Mobile
    {
        init => _mobile = value;
    }

    /// <summary>Names the check; the person is in no text.</summary>
    /// <returns>Such as <c>IdentityRequest V-1</c>.</returns>
    public override string ToString() => $"{nameof(IdentityRequest)} {OutVerifyNo}";

    /// <summary>Names everything that is wrong, at once, and shows nothing of it.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny(
        "check",
        HoldBody.Problems(
            ("out_verify_no", HoldBody.IdProblem(OutVerifyNo)),
            ("channel", HoldBody.IdProblem(Channel)),
            ("account", Account is null ? null : HoldBody.IdProblem(Account)),
            ("name", _name is null ? null : PayFieldRules.Text(_name, NameMax)),
            ("certificate_kind", CertificateKind is null
                || CertificateKind.All(static c => char.IsAsciiLetterUpper(c) || c is '_')
                    ? null
                    : "must be capital letters and _"),
            ("certificate_no", _certificateNo is null or { Length: <= CertificateMax }
                ? null
                : "must have at most 30 characters"),
            ("card_no", Digits(_cardNo, CardMin, CardMax, "must be 6 to 20 digits")),
            ("mobile", Digits(_mobile, MobileDigits, MobileDigits, "must be 11 digits")),
            ("expires_in", ExpiresIn is < ExpiresInMin or > ExpiresInMax
                ? string.Create(
                    CultureInfo.InvariantCulture, $"must be {ExpiresInMin} to {ExpiresInMax}")
                : null)));

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(json =>
    {
        json.WriteString("out_verify_no", OutVerifyNo);
        json.WriteString("channel", Channel);
        HoldBody.Text(json, "account", Account);
        HoldBody.Text(json, "name", _name);
        HoldBody.Text(json, "certificate_kind", CertificateKind);
        HoldBody.Text(json, "certificate_no", _certificateNo);
        HoldBody.Text(json, "card_no", _cardNo);
        HoldBody.Text(json, "mobile", _mobile);
        HoldBody.Text(json, "return_url", ReturnUrl?.AbsoluteUri);
        if (ExpiresIn is { } seconds)
        {
            json.WriteNumber("expires_in", seconds);
        }
    });

    private static string? Digits(string? text, int min, int max, string rule)
        => text is null
            || (text.Length >= min && text.Length <= max && text.All(char.IsAsciiDigit))
                ? null
                : rule;
}
