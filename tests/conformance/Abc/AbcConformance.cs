namespace PayFunctions.Tests.Conformance.Abc;

public sealed class AbcPayments : PaymentConformance<AbcRig>;

public sealed class AbcNotifications : NotificationConformance<AbcRig>;

public sealed class AbcAnswers : AnswerConformance<AbcRig>;

public sealed class AbcRefunds : RefundConformance<AbcRig>;

public sealed class AbcAccounts : AccountConformance<AbcRig>;

public sealed class AbcBills : BillConformance<AbcRig>;

public sealed class AbcHolds : HoldConformance<AbcRig>;

public sealed class AbcCaptures : CaptureConformance<AbcRig>;

public sealed class AbcKCodes : KCodeConformance<AbcRig>;

public sealed class AbcAgreements : AgreementConformance<AbcRig>;

public sealed class AbcDebits : DebitConformance<AbcRig>;
