namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// The settings of an account, each with what it must be. Where the channel's documents disagree
/// or leave a gap, a setting decides, and its default is what most of them say.
/// </summary>
internal static class IPayNowSettings
{
    /// <summary>The longest text that a setting may hold.</summary>
    public const int TextMax = 100;

    private const int AppIdMax = 40;

    /// <summary>Every setting that there is.</summary>
    public static IReadOnlyList<IPayNowSetting> All { get; } =
    [
        new("app_id", null, IsName, $"must be 1 to {AppIdMax} letters and digits"),
        new("profile", null, OneOf("a", "b"),
            "must be a (messages without version) or b (version 1.0.x)"),
        new("version", IPayNowProfile.B, IsVersion, "must be 1.0.0 to 1.0.9"),
        new("gateway_uri", null, IPayNowAddress.IsValid, IPayNowAddress.Must),
        new("refund_uri", IPayNowProfile.B, IPayNowAddress.IsValid, IPayNowAddress.Must),
        new("refund_query_uri", IPayNowProfile.B, IPayNowAddress.IsValid, IPayNowAddress.Must),
        new("query_funcode", IPayNowProfile.A, OneOf("MQ001", "MQ002"),
            "must be MQ001 or MQ002"),
        new("page_device_type", null, OneOf("02", "06", "04", "0601"),
            "must be 02 or 06 in profile a, 04 or 0601 in profile b"),
        new("page_channel_type", null, IsChannel, "must be a payChannelType, 2 to 4 digits"),
        new("page_output_type", IPayNowProfile.B, OneOf("0", "1", "2", "3"),
            "must be 0, 1, 2 or 3"),
        new("page_link", IPayNowProfile.A, IsYesOrNo, "must be yes or no"),
        new("qr_channel_type", IPayNowProfile.B, IsChannel,
            "must be a payChannelType, 2 to 4 digits"),
        new("qr_output_type", IPayNowProfile.B, OneOf("0", "1"), "must be 0 or 1"),
        new("barcode_channel_type", IPayNowProfile.B, IsChannel,
            "must be a payChannelType, 2 to 4 digits"),
        new("limit_pay", IPayNowProfile.B, OneOf("0", "1", "no_credit"),
            "must be 0, 1 or no_credit"),
        new("refund_version", IPayNowProfile.B, IsYesOrNo, "must be yes or no"),
        new("refund_device_type", IPayNowProfile.A, OneOf("02", "06"), "must be 02 or 06"),
        new("refund_repeat", IPayNowProfile.A, IsYesOrNo, "must be yes or no"),
        new("refund_absent", IPayNowProfile.B, OneOf("failed", "never"),
            "must be failed or never"),
        new("cancel_funcode", IPayNowProfile.B, OneOf("R002", "none"), "must be R002 or none"),
        new("order_absent_text", null, static text => text.Trim().Length is > 0 and <= TextMax,
            "must be 1 to 100 characters of what ipaynow writes when it has no such order"),
        new("trade_number", null, OneOf("nowPayOrderNo", "mhtOrderNo"),
            "must be nowPayOrderNo or mhtOrderNo"),
    ];

    private static Func<string, bool> OneOf(params string[] values)
        => text => values.Contains(text, StringComparer.Ordinal);

    private static bool IsYesOrNo(string text) => text is "yes" or "no";

    private static bool IsName(string text)
        => text.Length is > 0 and <= AppIdMax && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsVersion(string text)
        => text is ['1', '.', '0', '.', var last] && char.IsAsciiDigit(last);

    private static bool IsChannel(string text)
        => text.Length is >= 2 and <= 4 && text.All(char.IsAsciiDigit);
}
