using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Ledger;

public sealed class EntryRulesTests
{
    private const string Receivable = "channel_receivable:alipay/main";
    private const string Payable = "merchant_payable:shop";
    private const string Suspense = "suspense:shop";
    private const string OnItsWay = "refund_payable:alipay/main";

    [Fact]
    public void What_moves_no_money_has_no_postings()
    {
        EntryRules.Of(null, An.Order()).ShouldBeEmpty();
        EntryRules.Of(An.Order(), An.OpenOrder()).ShouldBeEmpty();
        EntryRules.Of(An.OpenOrder(), An.ClosedOrder(LateSuccess.Revive)).ShouldBeEmpty();
    }

    [Fact]
    public void A_payment_is_owed_by_the_channel_and_to_the_merchant()
        => EntryRules.Of(An.OpenOrder(), An.PaidOrder()).ShouldBe(
            [new(Receivable, 100), new(Payable, -100)]);

    [Fact]
    public void A_refund_leaves_the_merchant_when_it_is_asked_for_and_the_channel_when_it_is_done()
    {
        EntryRules.Of(An.PaidOrder(), An.RefundingOrder()).ShouldBe(
            [new(Payable, 40), new(OnItsWay, -40)]);
        EntryRules.Of(An.RefundingOrder(), An.RefundedOrder()).ShouldBe(
            [new(Receivable, -40), new(OnItsWay, 40)]);
    }

    [Fact]
    public void A_refund_that_failed_is_the_merchants_again()
        => EntryRules.Of(
            An.RefundingOrder(),
            An.Moved(An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon))
            .ShouldBe([new(Payable, -40), new(OnItsWay, 40)]);

    [Fact]
    public void A_refund_that_needs_a_human_stays_on_its_way()
        => EntryRules.Of(
            An.RefundingOrder(),
            An.Moved(An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: true), An.Noon))
            .ShouldBeEmpty();

    [Fact]
    public void A_second_success_is_nobodys_and_on_its_way_back_at_once()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);

        EntryRules.Of(paid, An.Moved(paid, An.Success(2, trade: "T2"), An.Noon)).ShouldBe(
            [new(Receivable, 100), new(OnItsWay, -100)]);
    }

    [Fact]
    public void A_second_success_that_cannot_go_back_waits_in_suspense()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);
        var order = An.Moved(paid, An.Success(2, trade: "T2"), An.Noon);
        for (var number = 1; number <= RefundRules.MaxOwnTries; number++)
        {
            order = An.Moved(order, new FailRefund(number, "no", NeedsHuman: false), An.Noon);
        }

        PositionRules.Of(order).ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal)
        {
            [Receivable] = 200,
            [Payable] = -100,
            [Suspense] = -100,
        }, ignoreOrder: true);
    }

    [Fact]
    public void A_payment_that_a_cancel_gave_back_leaves_nothing()
    {
        var charged = An.ChargedOrder();
        var revoked = An.Moved(charged, An.Revoke(An.GivenBack()), An.Noon);

        EntryRules.Of(charged, revoked).ShouldBeEmpty();
        PositionRules.Of(revoked).ShouldBeEmpty();
    }
}
