using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>
/// The card that a code is sent for, by <see cref="PayClient.SendKCodeAsync"/>. What it says can be
/// set and not read back, and is in no text: do not keep it yourself either.
/// </summary>
public sealed class KCodeCard
{
    private const int CardMin = 6;
    private const int CardMax = 30;
    private const int MobileDigits = 4;

    private string? _cardNo;
    private string? _mobileEnd;

    /// <summary>
    /// The merchant's own number of this request: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. Required. The
    /// same number is the same request, whatever card it names: no second code is sent.
    /// </summary>
    public string? OutRequestNo { get; init; }

    /// <summary>The card's number, 6 to 30 digits. Required.</summary>
    [SuppressMessage(
        "Design", "CA1044", Justification = "What pays is not to be found by whoever looks.")]
    public string? CardNo
    {
        init => _cardNo = value;
    }

    /// <summary>The last 4 digits of the payer's phone number. Required.</summary>
    [SuppressMessage(
        "Design", "CA1044", Justification = "What pays is not to be found by whoever looks.")]
    public string? MobileEnd
    {
        init => _mobileEnd = value;
    }

    /// <summary>Names the request; the card is in no text.</summary>
    /// <returns>Such as <c>KCodeCard K-1</c>.</returns>
    public override string ToString() => $"{nameof(KCodeCard)} {OutRequestNo}";

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny(
        "card",
        HoldBody.Problems(
            ("out_request_no", HoldBody.IdProblem(OutRequestNo)),
            ("card_no", Digits(_cardNo, CardMin, CardMax, "must be 6 to 30 digits")),
            ("mobile_end", Digits(
                _mobileEnd, MobileDigits, MobileDigits,
                "must be the last 4 digits of the phone number"))));

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("out_request_no", OutRequestNo);
        json.WriteString("card_no", _cardNo);
        json.WriteString("mobile_end", _mobileEnd);
    }

    private static string? Digits(string? text, int min, int max, string rule)
        => string.IsNullOrEmpty(text) ? "is missing"
            : text.Length >= min && text.Length <= max && text.All(char.IsAsciiDigit) ? null
            : rule;
}
