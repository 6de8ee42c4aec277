using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>What every payment says, whether the payer comes by a page, a code or a till.</summary>
/// <remarks>
/// Not for use by several threads at once. The same <c>out_trade_no</c> with the same content is
/// the same payment, however often it is sent; with other content it is refused.
/// </remarks>
public abstract class PaymentParameters
{
    private readonly string?[] _values = new string?[PayField.Names.Length];

    private protected PaymentParameters(PayOptions options) => Options = options.EnsureValid();

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
        set => SetNumber(PayField.TotalFee, value);
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

    /// <summary>
    /// The channel's product, such as <c>alipay_page</c>: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. Which
    /// there are is known to the gateway and its operator. Without it the payer chooses on the
    /// gateway's page; at a till the payer's code tells.
    /// </summary>
    public string? Channel
    {
        get => _values[PayField.Channel];
        set => Set(PayField.Channel, value);
    }

    /// <summary>
    /// The name of the channel's account that takes the money, where the application has several:
    /// 1 to 64 of <c>A-Z a-z 0-9 _ -</c>; may be left out.
    /// </summary>
    public string? Account
    {
        get => _values[PayField.Account];
        set => Set(PayField.Account, value);
    }

    /// <summary>
    /// The payer as the channel knows them, at most 128 characters: needed where the payer pays
    /// inside the wallet, such as the openid of <c>wechatpay_jsapi</c>.
    /// </summary>
    public string? PayerId
    {
        get => _values[PayField.PayerId];
        set => Set(PayField.PayerId, value);
    }

    /// <summary>Seconds until the payment closes, 60 to 1,296,000; by default 7200.</summary>
    public long? ExpiresInSeconds
    {
        get => ParseNumber(PayField.ExpiresIn);
        set => SetNumber(PayField.ExpiresIn, value);
    }

    internal ReadOnlySpan<string?> Values => _values;

    private protected PayOptions Options { get; }

    private protected abstract bool IsBarcode { get; }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid()
        => PayRequestException.ThrowIfAny(
            "payment",
            PayFieldRules.Problems(_values, Options.CallbacksMayBeHttp, IsBarcode));

    private protected void Set(string name, string? value)
        => Set(PayField.Settable(name, IsBarcode), value);

    private protected void Set(int field, string? value)
        => _values[field] = string.IsNullOrEmpty(value) ? null : value;

    private protected void SetNumber(int field, long? value)
        => Set(field, value?.ToString(CultureInfo.InvariantCulture));

    private protected long? ParseNumber(int field)
        => long.TryParse(
            _values[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
