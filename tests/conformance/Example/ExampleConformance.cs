namespace PayFunctions.Tests.Conformance.Example;

public sealed class ExamplePayments : PaymentConformance<ExampleRig>;

public sealed class ExampleNotifications : NotificationConformance<ExampleRig>;

public sealed class ExampleAnswers : AnswerConformance<ExampleRig>;

public sealed class ExampleRefunds : RefundConformance<ExampleRig>;

public sealed class ExampleAccounts : AccountConformance<ExampleRig>;
