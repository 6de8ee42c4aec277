namespace PayFunctions.Sdk;

/// <summary>The parameters of a payment, numbered in ordinal order of their names.</summary>
internal static class PayField
{
    public const int AppId = 0;
    public const int Attach = 1;
    public const int Body = 2;
    public const int Channel = 3;
    public const int Charset = 4;
    public const int ExpiresIn = 5;
    public const int FeeType = 6;
    public const int KeyId = 7;
    public const int NotifyUrl = 8;
    public const int OutTradeNo = 9;
    public const int ReturnUrl = 10;
    public const int Subject = 11;
    public const int Timestamp = 12;
    public const int TotalFee = 13;
    public const int Version = 14;

    /// <summary>Signing order; the search below needs it as well.</summary>
    public static readonly string[] Names =
    [
        "app_id", "attach", "body", "channel", "charset", "expires_in", "fee_type", "key_id",
        "notify_url", "out_trade_no", "return_url", "subject", "timestamp", "total_fee", "version",
    ];

    /// <summary>The number of a parameter that a merchant may set.</summary>
    /// <exception cref="ArgumentException">No such parameter, or not the caller's.</exception>
    public static int Settable(string name)
        => Array.BinarySearch(Names, name, StringComparer.Ordinal) switch
        {
            AppId or KeyId => throw new ArgumentException(
                $"{name} comes from PayOptions.", nameof(name)),
            Charset or Timestamp or Version => throw new ArgumentException(
                $"{name} is set when the request is signed.", nameof(name)),
            >= 0 and var field => field,
            _ => throw new ArgumentException(
                "There is no such parameter. There are: attach, body, channel, expires_in, "
                    + "fee_type, notify_url, out_trade_no, return_url, subject, total_fee.",
                nameof(name)),
        };
}
