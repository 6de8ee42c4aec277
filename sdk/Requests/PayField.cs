namespace PayFunctions.Sdk;

/// <summary>The parameters of a payment, numbered in ordinal order of their names.</summary>
internal static class PayField
{
    public const int Account = 0;
    public const int AppId = 1;
    public const int Attach = 2;
    public const int AuthCode = 3;
    public const int Body = 4;
    public const int Channel = 5;
    public const int Charset = 6;
    public const int ExpiresIn = 7;
    public const int FeeType = 8;
    public const int KeyId = 9;
    public const int NotifyUrl = 10;
    public const int OutTradeNo = 11;
    public const int PayerId = 12;
    public const int ReturnUrl = 13;
    public const int Subject = 14;
    public const int Timestamp = 15;
    public const int TotalFee = 16;
    public const int Version = 17;
    public const int WaitSeconds = 18;

    /// <summary>Signing order; the search below needs it as well.</summary>
    public static readonly string[] Names =
    [
        "account", "app_id", "attach", "auth_code", "body", "channel", "charset", "expires_in",
        "fee_type", "key_id", "notify_url", "out_trade_no", "payer_id", "return_url", "subject",
        "timestamp", "total_fee", "version", "wait_seconds",
    ];

    /// <summary>The number of a parameter that a merchant may set.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="isBarcode">Whether a payer's code is charged: that has two more.</param>
    /// <exception cref="ArgumentException">No such parameter, or not the caller's.</exception>
    public static int Settable(string name, bool isBarcode)
        => Array.BinarySearch(Names, name, StringComparer.Ordinal) switch
        {
            AppId or KeyId => throw new ArgumentException(
                $"{name} comes from PayOptions.", nameof(name)),
            Charset or Timestamp or Version => throw new ArgumentException(
                $"{name} is set when the request is signed.", nameof(name)),
            AuthCode or WaitSeconds when !isBarcode => throw new ArgumentException(
                $"{name} is for payments at a till: use BarcodeRequest.", nameof(name)),
            >= 0 and var field => field,
            _ => throw new ArgumentException(
                "There is no such parameter. There are: account, attach, body, channel, "
                    + "expires_in, fee_type, notify_url, out_trade_no, payer_id, return_url, "
                    + "subject, total_fee; for payments at a till also auth_code, wait_seconds.",
                nameof(name)),
        };
}
