using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

public sealed class ReconcileTextTests
{
    private static readonly ReconcileMessage Message = new(
        "alipay", "main", new DateOnly(2026, 1, 2), Again: true, Pass: 3, Step: 4);

    [Fact]
    public void A_message_comes_back_whole()
        => ReconcileText.Read(BinaryData.FromString(ReconcileText.Write(Message)))
            .ShouldBe(Message);

    [Fact]
    public void A_message_from_before_there_were_steps_begins()
        => ReconcileText.Read(BinaryData.FromString(
            """{"channel":"alipay","account":"main","day":"2026-01-02","again":true}"""))
            .ShouldBe(Message with { Pass = 0, Step = 0 });
}
