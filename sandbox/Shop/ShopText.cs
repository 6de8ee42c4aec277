using Microsoft.Net.Http.Headers;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's words in one language.</summary>
internal sealed record ShopText
{
    /// <summary>For readers of Chinese.</summary>
    public static readonly ShopText Chinese = new()
    {
        Language = "zh",
        Title = "演示商店",
        Buy = "购买",
        Orders = "订单",
        Back = "返回商店",
        Pay = "去支付",
        PayHint = "支付结果以网关的签名通知为准，本页每 3 秒自动刷新。",
        Paid = "已支付",
        NotPaid = "待支付",
        Other = "状态",
        Notices = "收到的通知",
        None = "还没有。",
        Returned = "您已从支付页返回。",
        ReturnHint = "返回只用于显示：是否付款由通知决定。",
        Doubtful = "这个返回地址没有通过验签。",
        ToOrder = "查看订单",
        Missing = "没有这个订单。",
    };

    /// <summary>For everyone else.</summary>
    public static readonly ShopText English = new()
    {
        Language = "en",
        Title = "Demo shop",
        Buy = "Buy",
        Orders = "Orders",
        Back = "Back to the shop",
        Pay = "Pay",
        PayHint = "The gateway's signed notification decides; this page reloads every 3 seconds.",
        Paid = "Paid",
        NotPaid = "Not paid",
        Other = "State",
        Notices = "Notifications received",
        None = "None yet.",
        Returned = "You are back from the pay page.",
        ReturnHint = "The return is for display only: the notification decides.",
        Doubtful = "This return address did not verify.",
        ToOrder = "See the order",
        Missing = "There is no such order.",
    };

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Buy { get; init; }

    public required string Orders { get; init; }

    public required string Back { get; init; }

    public required string Pay { get; init; }

    public required string PayHint { get; init; }

    public required string Paid { get; init; }

    public required string NotPaid { get; init; }

    public required string Other { get; init; }

    public required string Notices { get; init; }

    public required string None { get; init; }

    public required string Returned { get; init; }

    public required string ReturnHint { get; init; }

    public required string Doubtful { get; init; }

    public required string ToOrder { get; init; }

    public required string Missing { get; init; }

    /// <summary>The words for a request: the better liked of the two languages.</summary>
    public static ShopText For(HttpRequest request)
    {
        var liked = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static l => l.Quality ?? 1)
            .Select(Known)
            .FirstOrDefault(static t => t is not null);
        return liked ?? English;
    }

    /// <summary>A product's name.</summary>
    public string NameOf(Product product)
        => ReferenceEquals(this, Chinese) ? product.Chinese : product.English;

    /// <summary>A state in words.</summary>
    public string NameOf(TradeState state)
        => state switch
        {
            TradeState.Success => Paid,
            TradeState.NotPay => NotPaid,
            _ => $"{Other}: {state}",
        };

    private static ShopText? Known(StringWithQualityHeaderValue language)
        => language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese
            : language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English
            : null;
}
