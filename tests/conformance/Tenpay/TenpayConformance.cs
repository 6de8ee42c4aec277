namespace PayFunctions.Tests.Conformance.Tenpay;

public sealed class TenpayPayments : PaymentConformance<TenpayRig>;

public sealed class TenpayNotifications : NotificationConformance<TenpayRig>;

public sealed class TenpayAnswers : AnswerConformance<TenpayRig>;

public sealed class TenpayRefunds : RefundConformance<TenpayRig>;

public sealed class TenpayAccounts : AccountConformance<TenpayRig>;

public sealed class OpenTenpayPayments : PaymentConformance<OpenTenpayRig>;

public sealed class OpenTenpayNotifications : NotificationConformance<OpenTenpayRig>;

public sealed class OpenTenpayAnswers : AnswerConformance<OpenTenpayRig>;

public sealed class OpenTenpayAccounts : AccountConformance<OpenTenpayRig>;

public sealed class TenpayBills : BillConformance<TenpayRig>;
