using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Ledger;

public sealed class JournalRulesTests
{
    [Fact]
    public void What_moves_no_money_is_in_no_journal()
        => JournalRules.Of(An.Order(), An.OpenOrder(), OrderEvent.AttemptOpened, An.Noon)
            .ShouldBeNull();

    [Fact]
    public void A_payment_is_in_the_journals_of_its_application_and_its_account()
    {
        var entry = Of(An.OpenOrder(), An.PaidOrder());

        entry.Lines.ShouldHaveSingleItem().ShouldBe(new JournalLine(
            JournalLineKind.Payment, An.Product, An.Account, $"{An.Order().Id}01", 100, "T1"));
        entry.Scopes().Select(static s => s.Key).ShouldBe(["app:shop", "account:alipay:main"]);
    }

    [Fact]
    public void A_second_payment_is_extra_and_its_refund_is_accepted_at_once()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);

        Of(paid, An.Moved(paid, An.Success(2, trade: "T2"), An.Noon))
            .Lines.Select(static l => l.Kind)
            .ShouldBe([JournalLineKind.ExtraPayment, JournalLineKind.RefundAccepted]);
    }

    [Fact]
    public void A_refund_is_accepted_and_then_paid_or_failed()
    {
        Of(An.PaidOrder(), An.RefundingOrder()).Lines.ShouldHaveSingleItem().Kind
            .ShouldBe(JournalLineKind.RefundAccepted);
        var paid = Of(An.RefundingOrder(), An.RefundedOrder()).Lines.ShouldHaveSingleItem();
        var failed = Of(
            An.RefundingOrder(),
            An.Moved(An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon));

        (paid.Kind, paid.Fen, paid.RefundNumber, paid.ChannelRefundNo, paid.OutRequestNo).ShouldBe(
            (JournalLineKind.RefundPaid, 40, $"{An.Order().Id}R001", "C1", "R-1"));
        failed.Lines.ShouldHaveSingleItem().Kind.ShouldBe(JournalLineKind.RefundFailed);
    }

    [Fact]
    public void A_payment_that_a_cancel_gave_back_is_refunded_in_one_entry()
        => Of(An.PaidOrder(), An.Moved(An.PaidOrder(), An.Revoke(An.GivenBack()), An.Noon))
            .Lines.Select(static l => l.Kind)
            .ShouldBe([JournalLineKind.RefundAccepted, JournalLineKind.RefundPaid]);

    private static JournalEntry Of(Order before, Order after)
        => JournalRules.Of(before, after, OrderEvent.Paid, An.Noon).ShouldNotBeNull();
}
