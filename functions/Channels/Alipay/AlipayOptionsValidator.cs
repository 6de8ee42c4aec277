using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Alipay;

/// <summary>Refuses wrong settings, naming account and field and never a value.</summary>
internal sealed class AlipayOptionsValidator : IValidateOptions<AlipayOptions>
{
    private const int AccountNameMax = 32;
    private const int TokenMax = 40;
    private const int NumberLength = 16;
    private const int QueryRetriesMax = 5;
    private const int BreakerCallsMin = 2;
    private const int BreakerCallsMax = 1000;

    private static readonly TimeSpan TimeoutMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AttemptMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TotalMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AlipayOptions options)
    {
        List<string> faults = [.. LimitFaults(options)];
        foreach (var (account, settings) in options.Accounts)
        {
            var path = $"{AlipayOptions.Section}:Accounts:{account}";
            if (!IsAccountName(account))
            {
                faults.Add($"{path}: a name is 1 to {AccountNameMax} of a-z, 0-9, '-' and '_'.");
            }

            faults.AddRange(AccountFaults(settings).Select(fault => $"{path}:{fault}"));
        }

        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> AccountFaults(AlipayAccountOptions account)
    {
        if (!IsNumber(account.AppId))
        {
            yield return "AppId must be 16 digits.";
        }

        if (!IsNumber(account.SellerId)
            || !account.SellerId.StartsWith("2088", StringComparison.Ordinal))
        {
            yield return "SellerId must be 16 digits that begin with 2088.";
        }

        if (string.IsNullOrWhiteSpace(account.SigningKey))
        {
            yield return "SigningKey must name a key in the vault.";
        }

        if (!AlipayPublicKey.TryRead(account.PublicKey, out var key))
        {
            yield return "PublicKey must be Alipay's RSA public key of at least 2048 bits, "
                + "PEM or base64 (not the application's own, not a certificate).";
        }

        key?.Dispose();
        if (!IsGateway(account.GatewayUri))
        {
            yield return "GatewayUri must be an https address without query "
                + "(http only for loopback).";
        }

        if (AlipayCharset.Of(account.Charset) is null)
        {
            yield return "Charset must be utf-8 or gbk.";
        }

        if (account.AppAuthToken is { } token
            && (token.Length is 0 or > TokenMax || !token.All(char.IsAsciiLetterOrDigit)))
        {
            yield return $"AppAuthToken must be 1 to {TokenMax} letters and digits, or absent.";
        }
    }

    private static IEnumerable<string> LimitFaults(AlipayOptions options)
    {
        string?[] faults =
        [
            Outside(nameof(options.ConnectTimeout), options.ConnectTimeout, TimeoutMin, AttemptMax),
            Outside(nameof(options.AttemptTimeout), options.AttemptTimeout, TimeoutMin, AttemptMax),
            Outside(nameof(options.TotalTimeout), options.TotalTimeout, TimeoutMin, TotalMax),
            Outside(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, DelayMax),
            Outside(nameof(options.BreakerPause), options.BreakerPause, PauseMin, PauseMax),
            Outside(nameof(options.QueryRetries), options.QueryRetries, 0, QueryRetriesMax),
            Outside(
                nameof(options.BreakerCalls), options.BreakerCalls,
                BreakerCallsMin, BreakerCallsMax),
            options.AttemptTimeout > options.TotalTimeout
                ? $"{AlipayOptions.Section}:TotalTimeout must not be shorter than AttemptTimeout."
                : null,
        ];
        return faults.OfType<string>();
    }

    private static string? Outside<T>(string field, T value, T least, T most)
        where T : IComparable<T>
        => value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? FormattableString.Invariant(
                $"{AlipayOptions.Section}:{field} must be between {least} and {most}.")
            : null;

    private static bool IsAccountName(string name)
        => name.Length is > 0 and <= AccountNameMax
            && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)
                || c is '-' or '_');

    private static bool IsNumber(string? text)
        => text is { Length: NumberLength } && text.All(char.IsAsciiDigit);

    private static bool IsGateway(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (IsScheme(uri, Uri.UriSchemeHttps)
                || (IsScheme(uri, Uri.UriSchemeHttp) && uri.IsLoopback))
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
            && uri.UserInfo.Length == 0;

    private static bool IsScheme(Uri uri, string scheme)
        => string.Equals(uri.Scheme, scheme, StringComparison.Ordinal);
}
