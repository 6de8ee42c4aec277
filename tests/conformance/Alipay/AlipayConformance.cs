namespace PayFunctions.Tests.Conformance.Alipay;

public sealed class AlipayPayments : PaymentConformance<AlipayRig>;

public sealed class AlipayNotifications : NotificationConformance<AlipayRig>;

public sealed class AlipayAnswers : AnswerConformance<AlipayRig>;

public sealed class AlipayRefunds : RefundConformance<AlipayRig>;

public sealed class AlipayCodes : CodeConformance<AlipayRig>;

public sealed class AlipayTills : TillConformance<AlipayRig>;

public sealed class AlipayAccounts : AccountConformance<AlipayRig>;

public sealed class AlipayBills : BillConformance<AlipayRig>;

public sealed class AlipayHolds : HoldConformance<AlipayRig>;

public sealed class AlipayCaptures : CaptureConformance<AlipayRig>;

public sealed class AlipayAgreements : AgreementConformance<AlipayRig>;

public sealed class AlipayDebits : DebitConformance<AlipayRig>;
