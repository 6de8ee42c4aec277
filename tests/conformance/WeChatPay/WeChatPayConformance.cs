namespace PayFunctions.Tests.Conformance.WeChatPay;

public sealed class WeChatPayPayments : PaymentConformance<WeChatPayRig>;

public sealed class WeChatPayCodes : CodeConformance<WeChatPayRig>;

public sealed class WeChatPayTill : TillConformance<WeChatPayRig>;

public sealed class WeChatPayNotifications : NotificationConformance<WeChatPayRig>;

public sealed class WeChatPayAnswers : AnswerConformance<WeChatPayRig>;

public sealed class WeChatPayRefunds : RefundConformance<WeChatPayRig>;

public sealed class WeChatPayAccounts : AccountConformance<WeChatPayRig>;

public sealed class CertifiedWeChatPayAnswers : AnswerConformance<CertifiedWeChatPayRig>;

public sealed class CertifiedWeChatPayNotifications
    : NotificationConformance<CertifiedWeChatPayRig>;

public sealed class CertifiedWeChatPayTill : TillConformance<CertifiedWeChatPayRig>;

public sealed class CertifiedWeChatPayAccounts : AccountConformance<CertifiedWeChatPayRig>;

public sealed class WeChatPayBills : BillConformance<WeChatPayRig>;
