using System.Buffers;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Reads the order of a page request, field by documented field.</summary>
internal static class PayOrderRules
{
    /// <summary>The longest number of a merchant or of ours.</summary>
    public const int NumberMaximum = 64;

    private const long FenMinimum = 1;
    private const long FenMaximum = 100_000_000_00;
    private const int SubjectMaximum = 256;
    private const int BodyMaximum = 128;
    private const int PassbackMaximum = 512;
    private const int QuitUrlMaximum = 400;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The order of a checked request, or why there is none.</summary>
    /// <param name="request">Signed and current.</param>
    /// <param name="application">Its sender.</param>
    /// <param name="refuseSpecialSubjects">
    /// Whether <c>/ = &amp;</c> in a subject are refused.
    /// </param>
    /// <param name="now">The moment of the request.</param>
    public static (PayOrder? Order, GatewayError? Error) Read(
        GatewayRequest request,
        AlipayApplication application,
        bool refuseSpecialSubjects,
        DateTimeOffset now)
    {
        if (BizContent.Parse(request["biz_content"]) is not { } content)
        {
            return (null, GatewayError.Invalid("parameter", "参数无效：biz_content"));
        }

        if (WrongField(request["method"], content, refuseSpecialSubjects) is { } wrong)
        {
            return (null, GatewayError.Field(wrong));
        }

        var order = new PayOrder
        {
            Application = application,
            Method = request["method"],
            OutTradeNo = content["out_trade_no"],
            Fen = Amount(content) ?? 0,
            Subject = content["subject"],
            Body = content["body"],
            PassbackParams = content["passback_params"],
            NotifyUrl = request["notify_url"],
            ReturnUrl = request["return_url"],
            QuitUrl = content["quit_url"],
            CharsetName = request["charset"],
        };
        return PayTimeout.Apply(order, content, now);
    }

    /// <summary>Whether a text may be a merchant's order number.</summary>
    public static bool IsNumber(string text)
        => text.Length is > 0 and <= NumberMaximum
            && !text.AsSpan().ContainsAnyExcept(NumberCharacters);

    private static string? WrongField(string method, BizContent content, bool refuseSpecials)
        => !IsNumber(content["out_trade_no"]) ? "out_trade_no"
            : Amount(content) is null ? "total_amount"
            : !IsSubject(content["subject"], refuseSpecials) ? "subject"
            : !IsProduct(method, content["product_code"]) ? "product_code"
            : content["body"].Length > BodyMaximum ? "body"
            : content["passback_params"].Length > PassbackMaximum ? "passback_params"
            : content["quit_url"].Length > QuitUrlMaximum ? "quit_url"
            : null;

    private static long? Amount(BizContent content)
        => Yuan.Parse(content["total_amount"]) is { } fen and >= FenMinimum and <= FenMaximum
            ? fen
            : null;

    private static bool IsSubject(string text, bool refuseSpecials)
        => text.Length is > 0 and <= SubjectMaximum
            && !(refuseSpecials && text.AsSpan().ContainsAny('/', '=', '&'));

    /// <summary>Official samples name two products for phones; both pass.</summary>
    private static bool IsProduct(string method, string product)
        => method switch
        {
            Methods.PagePay => product is "FAST_INSTANT_TRADE_PAY",
            _ => product is "QUICK_WAP_WAY" or "QUICK_WAP_PAY",
        };
}
