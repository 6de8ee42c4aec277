using System.Buffers;
using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>What the fields of an order may be; the first that is wrong is named.</summary>
internal static class OrderFieldRules
{
    /// <summary>The longest number of a merchant or of ours.</summary>
    public const int NumberMaximum = 64;

    private const long FenMinimum = 1;
    private const long FenMaximum = 100_000_000_00;
    private const int SubjectMaximum = 256;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly (string Name, int Maximum)[] Lengths =
    [
        ("body", 128), ("passback_params", 512), ("quit_url", 400), ("seller_id", 28),
        ("store_id", 32), ("operator_id", 28), ("terminal_id", 32),
    ];

    private static readonly string[] OfGoods = ["goods_id", "goods_name", "quantity", "price"];

    /// <summary>The name of the first wrong field; null where all are right.</summary>
    /// <param name="method">Which method orders.</param>
    /// <param name="content">Its fields.</param>
    /// <param name="refuseSpecials">Whether <c>/ = &amp;</c> in a subject are refused.</param>
    public static string? Wrong(string method, BizContent content, bool refuseSpecials)
        => !IsNumber(content["out_trade_no"]) ? "out_trade_no"
            : Amount(content, "total_amount") is null ? "total_amount"
            : !IsSubject(content["subject"], refuseSpecials) ? "subject"
            : !IsProduct(
                method, content["product_code"],
                content["auth_no"] + content["agreement_params"]) ? "product_code"
            : TooLong(content)
                ?? WrongDiscount(content)
                ?? WrongChannels(content)
                ?? (HasSoundGoods(content) ? null : "goods_detail")
                ?? (content.IsAbsentOr("extend_params", JsonValueKind.Object)
                    ? null
                    : "extend_params");

    /// <summary>Whether a text may be a merchant's number.</summary>
    public static bool IsNumber(string text)
        => text.Length is > 0 and <= NumberMaximum
            && !text.AsSpan().ContainsAnyExcept(NumberCharacters);

    /// <summary>An amount that can be paid or given back, in fen.</summary>
    public static long? Amount(BizContent content, string name)
        => Yuan.Parse(content[name]) is { } fen and >= FenMinimum and <= FenMaximum ? fen : null;

    private static bool IsSubject(string text, bool refuseSpecials)
        => text.Length is > 0 and <= SubjectMaximum
            && !(refuseSpecials && text.AsSpan().ContainsAny('/', '=', '&'));

    /// <summary>Official samples name two products for phones; both pass.</summary>
    private static bool IsProduct(string method, string product, string authority)
        => method switch
        {
            Methods.PagePay => product is "FAST_INSTANT_TRADE_PAY",
            Methods.WapPay => product is "QUICK_WAP_WAY" or "QUICK_WAP_PAY",
            Methods.Pay when authority.Length > 0 => product.Length > 0,
            _ => product is "" or "FACE_TO_FACE_PAYMENT",
        };

    private static string? TooLong(BizContent content)
        => Lengths
            .Where(l => content[l.Name].Length > l.Maximum)
            .Select(static l => l.Name)
            .FirstOrDefault();

    /// <summary>Both parts together are the whole.</summary>
    private static string? WrongDiscount(BizContent content)
    {
        const string With = "discountable_amount";
        const string Without = "undiscountable_amount";
        var wrong = ((string[])[With, Without]).FirstOrDefault(
            name => content[name].Length > 0 && Yuan.Parse(content[name]) is null);
        return wrong
            ?? (content[With].Length > 0 && content[Without].Length > 0
                && Yuan.Parse(content[With]) + Yuan.Parse(content[Without])
                    != Yuan.Parse(content["total_amount"])
                ? Without
                : null);
    }

    private static string? WrongChannels(BizContent content)
        => content["enable_pay_channels"].Length > 0 && content["disable_pay_channels"].Length > 0
            ? "disable_pay_channels"
            : null;

    private static bool HasSoundGoods(BizContent content)
        => content.IsAbsentOr("goods_detail", JsonValueKind.Array)
            && content.Objects("goods_detail").All(
                static g => g is not null && OfGoods.All(name => g[name].Length > 0)
                    && Yuan.Parse(g["price"]) is not null);
}
