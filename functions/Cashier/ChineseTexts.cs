using System.Collections.Immutable;

namespace PayFunctions.Cashier;

/// <summary>The payer's texts in Chinese.</summary>
internal static class ChineseTexts
{
    /// <summary>The table.</summary>
    public static CashierTexts Table { get; } = new()
    {
        Language = "zh-CN",
        CashierTitle = "收银台",
        Payee = "收款方",
        Amount = "支付金额",
        Subject = "商品",
        OrderNumber = "商户订单号",
        TimeLeft = "剩余支付时间",
        ChooseHow = "选择支付方式",
        NothingToChoose = "该订单暂无可用的支付方式，请联系商户。",
        ScanTitle = "用手机支付",
        ScanHint = "用手机相机扫描二维码，在手机上继续付款。",
        StatusLooking = "付款完成后，本页会自动更新。",
        StatusUnreachable = "网络不稳定，正在重新连接…",
        StatusDecided = "订单状态已更新，正在跳转…",
        HandoverTitle = "正在前往付款页面",
        HandoverHint = "如果没有自动跳转，请点击下面的按钮。",
        HandoverButton = "继续付款",
        PaidTitle = "支付成功",
        PaidForward = "即将自动返回商户页面。",
        PaidStay = "您可以关闭本页了。",
        WaitingTitle = "正在确认支付结果",
        WaitingHint = "请稍候，不要重复付款。本页会自动刷新。",
        WaitingLong = "结果尚未确认。如果您已付款，请勿重复付款，稍后再查看。",
        LookAgain = "再次查看",
        ChooseAnother = "换一种支付方式",
        NotPaidTitle = "尚未支付",
        NotPaidHint = "这笔订单还没有付款，您可以重新付款。",
        ClosedTitle = "订单已关闭",
        ClosedHint = "商户已关闭这笔订单，请回到商户重新下单。",
        ExpiredTitle = "订单已超时",
        ExpiredHint = "付款时间已过，请回到商户重新下单。",
        RefundHint = "多付的款项会原路退回。",
        BackToMerchant = "返回商户",
        ErrorTitle = "无法打开此页面",
        ErrorNotFound = "没有找到这笔订单，请回到商户重新打开付款页面。",
        ErrorProduct = "这笔订单不能使用该支付方式。",
        ErrorAttempts = "付款尝试次数过多，请回到商户重新下单。",
        ErrorLink = "付款链接无效或已过期，请回到商户重新发起付款。",
        ErrorBusy = "系统繁忙，请稍后再试。您不会因此被重复扣款。",
        ErrorCode = "错误代码",
        ErrorRequest = "请求编号",
        TryAgain = "重试",
        Products = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("alipay_page", "支付宝（电脑网页）"),
            KeyValuePair.Create("alipay_wap", "支付宝（手机网页）"),
        ]),
    };
}
