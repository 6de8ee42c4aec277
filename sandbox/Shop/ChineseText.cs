using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's words for readers of Chinese.</summary>
internal static class ChineseText
{
    public static readonly ShopText Words = new()
    {
        Language = "zh",
        Title = "演示商店",
        Buy = "购买",
        Orders = "订单",
        Console = "商户控制台",
        Back = "返回商店",
        PayBy = "支付方式",
        Cashier = "收银台选择",
        Pay = "去支付",
        PayHint = "支付结果以网关的签名通知为准，本页每 3 秒自动刷新。",
        Scan = "请用手机扫描二维码支付，或点击下面的链接。",
        NoCode = "二维码还没有准备好，本页刷新时会再试。",
        Notices = "收到的通知",
        None = "还没有。",
        Returned = "您已从支付页返回。",
        ReturnHint = "返回只用于显示：是否付款由通知决定。",
        Doubtful = "这个返回地址没有通过验签。",
        CheckBy = "认证方式",
        PersonName = "姓名",
        CertificateNo = "身份证号",
        CardNo = "银行卡号",
        Mobile = "手机号",
        Verify = "身份认证",
        Verified = "认证结果：",
        Hello = "欢迎从钱包进入，用户",
        NoLogin = "此链接不是钱包发来的，或已使用过：请在钱包中重新打开。",
        ToOrder = "查看订单",
        Missing = "没有这个订单。",
        Trouble = "网关没有接受",
        Unknown = "结果还不知道：请先查询，再决定是否重试。",
        Refund = "退款",
        Refunds = "退款记录",
        RefundAmount = "退款金额（元）",
        SendAgain = "原样再发一次",
        WrongAmount = "金额应为 0.01 到 100000000.00 元。",
        Till = "收银机",
        TillHint = "输入或扫描付款码，最多等待 30 秒；仍无结果则自动撤销。",
        What = "商品",
        Amount = "或金额（元）",
        PayerCode = "付款码",
        ByCode = "由付款码决定",
        Charge = "收款",
        Charging = "正在收款，等待顾客确认…",
        Cancel = "撤销",
        NextPayer = "下一位",
        AnotherCode = "请换一个付款码再试。",
        Busy = "收款太多，请稍后再试。",
        States = new Dictionary<TradeState, string>
        {
            [TradeState.NotPay] = "待支付",
            [TradeState.UserPaying] = "支付中",
            [TradeState.Success] = "已支付",
            [TradeState.Refund] = "已退款",
            [TradeState.Closed] = "已关闭",
            [TradeState.Revoked] = "已撤销",
            [TradeState.PayError] = "支付失败",
        },
        RefundStates = new Dictionary<RefundState, string>
        {
            [RefundState.Processing] = "处理中",
            [RefundState.Success] = "已退回",
            [RefundState.Closed] = "未退成",
            [RefundState.Abnormal] = "异常，需人工处理",
        },
        Origins = new Dictionary<RefundOrigin, string>
        {
            [RefundOrigin.Merchant] = "",
            [RefundOrigin.LateSuccess] = "迟到的付款",
            [RefundOrigin.SecondSuccess] = "重复的付款",
            [RefundOrigin.Cancel] = "撤销",
        },
    };
}
