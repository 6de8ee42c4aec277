using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>What each parameter must be. Pure; the gateway checks again.</summary>
internal static class PayFieldRules
{
    public const long TotalFeeMax = 10_000_000_000;
    public const int ExpiresInMin = 60;
    public const int ExpiresInMax = 1_296_000;
    public const int SubjectLengthMax = 256;
    public const int BodyLengthMax = 128;
    public const int AttachLengthMax = 512;
    public const int PayerIdLengthMax = 128;
    public const int UrlLengthMax = 256;
    public const int AuthCodeLengthMin = 8;
    public const int AuthCodeLengthMax = 64;
    public const int WaitSecondsMax = 30;

    /// <summary>Said of numbers and names that the wire takes in one alphabet.</summary>
    public const string NotAnId = "must be 1 to 64 characters of A-Z a-z 0-9 _ -";

    private static readonly int[] Required =
        [PayField.NotifyUrl, PayField.OutTradeNo, PayField.Subject, PayField.TotalFee];

    /// <summary>Every problem, in the order of the names.</summary>
    public static List<PayFieldProblem> Problems(
        ReadOnlySpan<string?> values, bool httpAllowed, bool isBarcode)
    {
        List<PayFieldProblem> problems = [];
        for (var field = 0; field < values.Length; field++)
        {
            var reason = values[field] is { } value
                ? Reason(field, value, httpAllowed)
                : IsRequired(field, isBarcode) ? "is missing" : null;
            if (reason is not null)
            {
                problems.Add(new PayFieldProblem(PayField.Names[field], reason));
            }
        }

        return problems;
    }

    /// <summary>An amount in fen.</summary>
    public static string? Fee(string value) => Number(value, 1, TotalFeeMax);

    /// <summary>Lengths are UTF-16 units: never more generous than a count of characters.</summary>
    public static string? Text(string value, int lengthMax)
    {
        if (value.Length > lengthMax)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"must be at most {lengthMax} characters");
        }

        foreach (var character in value)
        {
            if (char.IsControl(character) || character is '\uFFFD')
            {
                return "must not contain control characters or U+FFFD";
            }
        }

        return WireText.IsUnicode(value) ? null : "must be valid Unicode";
    }

    private static bool IsRequired(int field, bool isBarcode)
        => Required.AsSpan().Contains(field) || (isBarcode && field is PayField.AuthCode);

    private static string? Reason(int field, string value, bool httpAllowed)
        => field switch
        {
            PayField.OutTradeNo or PayField.Channel or PayField.Account
                => WireText.IsId(value) ? null : NotAnId,
            PayField.AuthCode => AuthCode(value),
            PayField.WaitSeconds => Number(value, 0, WaitSecondsMax),
            PayField.TotalFee => Fee(value),
            PayField.ExpiresIn => Number(value, ExpiresInMin, ExpiresInMax),
            PayField.FeeType => value is "CNY" ? null : "must be CNY",
            PayField.Subject => value.AsSpan().ContainsAny("/=&")
                ? "must not contain / = or &"
                : Text(value, SubjectLengthMax),
            PayField.Body => Text(value, BodyLengthMax),
            PayField.Attach => Text(value, AttachLengthMax),
            PayField.PayerId => Text(value, PayerIdLengthMax),
            PayField.NotifyUrl or PayField.ReturnUrl => Url(value, httpAllowed),
            _ => null,
        };

    /// <summary>Digits only: no sign, no space, no leading zero, whatever the culture.</summary>
    private static string? Number(string value, long least, long most)
        => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (value[0] is not '0' || value.Length == 1) && number >= least && number <= most
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}");

    /// <summary>The value is never repeated: it pays.</summary>
    private static string? AuthCode(string value)
    {
        var isOne = value.Length is >= AuthCodeLengthMin and <= AuthCodeLengthMax
            && value.All(char.IsAsciiLetterOrDigit);
        return isOne
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"must be {AuthCodeLengthMin} to {AuthCodeLengthMax} letters and digits");
    }

    private static string? Url(string value, bool httpAllowed)
    {
        if (value.Length > UrlLengthMax)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"must be at most {UrlLengthMax} characters");
        }

        if (value.AsSpan().ContainsAnyExceptInRange('!', '~')
            || !Uri.TryCreate(value, UriKind.Absolute, out var url)
            || url.Host.Length == 0 || url.UserInfo.Length > 0)
        {
            return "must be an absolute URL in ASCII without a user name";
        }

        return url.Scheme switch
        {
            "https" => null,
            "http" when httpAllowed => null,
            _ => "must be https",
        };
    }
}
