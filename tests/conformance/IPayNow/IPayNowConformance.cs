namespace PayFunctions.Tests.Conformance.IPayNow;

public sealed class IPayNowPayments : PaymentConformance<IPayNowRig>;

public sealed class IPayNowNotifications : NotificationConformance<IPayNowRig>;

public sealed class IPayNowAnswers : AnswerConformance<IPayNowRig>;

public sealed class IPayNowRefunds : RefundConformance<IPayNowRig>;

public sealed class IPayNowCodes : CodeConformance<IPayNowRig>;

public sealed class IPayNowTills : TillConformance<IPayNowRig>;

public sealed class IPayNowAccounts : AccountConformance<IPayNowRig>;
