using System.Globalization;
using System.Security.Cryptography;

namespace PayFunctions.Sdk;

/// <summary>
/// One payment: collect its parameters, then either redirect the payer to <see cref="GetUrl"/> or
/// hand it to <see cref="PayClient.CreateAsync"/>.
/// </summary>
/// <remarks>
/// Not for use by several threads at once. The same <c>out_trade_no</c> with the same content is
/// the same payment, however often it is sent; with other content it is refused.
/// </remarks>
/// <param name="options">Application, key and gateway.</param>
/// <param name="clock">Dates the signature; by default the system's clock.</param>
/// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
/// The options are not valid; every problem is named.
/// </exception>
public sealed class PayRequest(PayOptions options, TimeProvider? clock = null)
{
    private readonly PayOptions _options = options.EnsureValid();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly string?[] _values = new string?[PayField.Names.Length];

    /// <summary>The merchant's own number: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. Required.</summary>
    public string? OutTradeNo
    {
        get => _values[PayField.OutTradeNo];
        set => Set(PayField.OutTradeNo, value);
    }

    /// <summary>The price in fen, 1 to 10,000,000,000. Required.</summary>
    public long? TotalFee
    {
        get => ParseNumber(PayField.TotalFee);
        set => Set(PayField.TotalFee, value?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The currency, <c>CNY</c>; may be left out.</summary>
    public string? FeeType
    {
        get => _values[PayField.FeeType];
        set => Set(PayField.FeeType, value);
    }

    /// <summary>
    /// What is paid for, 1 to 256 characters, none of <c>/ = &amp;</c>. Required.
    /// </summary>
    public string? Subject
    {
        get => _values[PayField.Subject];
        set => Set(PayField.Subject, value);
    }

    /// <summary>A longer description, at most 128 characters.</summary>
    public string? Body
    {
        get => _values[PayField.Body];
        set => Set(PayField.Body, value);
    }

    /// <summary>Text that comes back unchanged in notifications, at most 512 characters.</summary>
    public string? Attach
    {
        get => _values[PayField.Attach];
        set => Set(PayField.Attach, value);
    }

    /// <summary>Where the gateway posts results: https, at most 256 characters. Required.</summary>
    public string? NotifyUrl
    {
        get => _values[PayField.NotifyUrl];
        set => Set(PayField.NotifyUrl, value);
    }

    /// <summary>Where the payer's browser returns to: https, at most 256 characters.</summary>
    public string? ReturnUrl
    {
        get => _values[PayField.ReturnUrl];
        set => Set(PayField.ReturnUrl, value);
    }

    /// <summary><c>alipay_page</c> or <c>alipay_wap</c>; without it the payer chooses.</summary>
    public string? Channel
    {
        get => _values[PayField.Channel];
        set => Set(PayField.Channel, value);
    }

    /// <summary>Seconds until the payment closes, 60 to 1,296,000; by default 7200.</summary>
    public long? ExpiresInSeconds
    {
        get => ParseNumber(PayField.ExpiresIn);
        set => Set(PayField.ExpiresIn, value?.ToString(CultureInfo.InvariantCulture));
    }

    internal ReadOnlySpan<string?> Values => _values;

    /// <summary>Sets a parameter by its wire name; a second value replaces the first.</summary>
    /// <param name="name">Such as <c>out_trade_no</c>.</param>
    /// <param name="value">Null or empty removes the parameter.</param>
    /// <returns>This request, for the next parameter.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such parameter, or the SDK sets it itself (<c>app_id</c>, <c>sign</c>, …).
    /// </exception>
    public PayRequest SetParameter(string name, string? value)
    {
        Set(PayField.Settable(name), value);
        return this;
    }

    /// <summary>Signs and gives the URL to redirect the payer to, good for 24 hours.</summary>
    /// <returns>The pay page's address at the gateway.</returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was signed.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The key is remote: use <see cref="GetUrlAsync"/>.
    /// </exception>
    public string GetUrl()
    {
        var key = _options.Signer as SigningKey
            ?? throw new InvalidOperationException(
                "This key signs elsewhere and has to be waited for: use GetUrlAsync.");
        EnsureValid();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var unsigned = PayUrl.Write(Stamped(), _options.Environment!.Gateway, hash);
        return PayUrl.Append(unsigned, key.SignHash(hash));
    }

    /// <summary>As <see cref="GetUrl"/>, with any signer, such as a vault.</summary>
    /// <param name="cancellation">Gives up waiting for a remote key.</param>
    /// <returns>The pay page's address at the gateway.</returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was signed.
    /// </exception>
    /// <exception cref="RequestSigningException">The signer could not sign.</exception>
    public async ValueTask<string> GetUrlAsync(CancellationToken cancellation = default)
    {
        EnsureValid();
        var hash = new byte[SHA256.HashSizeInBytes];
        var unsigned = PayUrl.Write(Stamped(), _options.Environment!.Gateway, hash);
        var signature = await _options.Signer!.SignHashAsync(hash, cancellation)
            .ConfigureAwait(false);
        return PayUrl.Append(unsigned, signature);
    }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid()
    {
        var problems = PayFieldRules.Problems(_values, _options.CallbacksMayBeHttp);
        if (problems.Count > 0)
        {
            throw new PayRequestException(problems);
        }
    }

    private string?[] Stamped()
    {
        string?[] stamped = [.. _values];
        stamped[PayField.AppId] = _options.AppId;
        stamped[PayField.KeyId] = _options.KeyId;
        stamped[PayField.Charset] = "utf-8";
        stamped[PayField.Version] = "1.0";
        stamped[PayField.Timestamp] = _clock.GetUtcNow().ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        return stamped;
    }

    private long? ParseNumber(int field)
        => long.TryParse(
            _values[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private void Set(int field, string? value)
        => _values[field] = string.IsNullOrEmpty(value) ? null : value;
}
