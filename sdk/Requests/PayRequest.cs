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
    : PaymentParameters(options)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    private protected override bool IsBarcode => false;

    /// <summary>Sets a parameter by its wire name; a second value replaces the first.</summary>
    /// <param name="name">Such as <c>out_trade_no</c>.</param>
    /// <param name="value">Null or empty removes the parameter.</param>
    /// <returns>This request, for the next parameter.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such parameter, or the SDK sets it itself (<c>app_id</c>, <c>sign</c>, …).
    /// </exception>
    public PayRequest SetParameter(string name, string? value)
    {
        Set(name, value);
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
        var key = Options.Signer as SigningKey
            ?? throw new InvalidOperationException(
                "This key signs elsewhere and has to be waited for: use GetUrlAsync.");
        EnsureValid();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var unsigned = PayUrl.Write(Stamped(), Options.Environment!.Gateway, hash);
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
        var unsigned = PayUrl.Write(Stamped(), Options.Environment!.Gateway, hash);
        var signature = await Options.Signer!.SignHashAsync(hash, cancellation)
            .ConfigureAwait(false);
        return PayUrl.Append(unsigned, signature);
    }

    private string?[] Stamped()
    {
        string?[] stamped = [.. Values];
        stamped[PayField.AppId] = Options.AppId;
        stamped[PayField.KeyId] = Options.KeyId;
        stamped[PayField.Charset] = "utf-8";
        stamped[PayField.Version] = "1.0";
        stamped[PayField.Timestamp] = _clock.GetUtcNow().ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        return stamped;
    }
}
