using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class AgreementRulesTests
{
    [Fact]
    public void A_debit_under_way_counts_as_taken_and_one_that_failed_does_not()
    {
        var debiting = An.Moved(An.SignedOrder(), An.Debit(fen: 60), An.Noon);

        OrderRules.Decide(debiting, An.Debit("D-2", 41), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.ExceedsAgreement));
        var freed = An.Moved(debiting, new FailCapture(1), An.Noon);
        freed.Debited.Fen.ShouldBe(0);
        OrderRules.Decide(freed, An.Debit("D-2", 41), An.Noon).ShouldBeOfType<Moved>();
    }

    [Fact]
    public void A_debit_that_was_made_after_all_counts_where_there_is_room()
    {
        var failed = An.Moved(An.DebitingOrder(), new FailCapture(1), An.Noon);

        An.Moved(failed, new SettleCapture(1, An.Noon), An.Noon).Debited.Fen.ShouldBe(40);

        var full = An.Moved(
            An.Moved(failed, An.Debit("D-2", 60), An.Noon), An.Debit("D-3", 40), An.Noon);
        OrderRules.Decide(full, new SettleCapture(1, An.Noon), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.ExceedsAgreement));
    }

    [Fact]
    public void An_agreement_outlives_any_list_of_debits()
    {
        var order = An.Moved(
            An.Moved(
                null, An.Create(An.AgreementTerms() with
                {
                    Agreement = new AgreementTerms(
                        Money.OfFen(1), TotalLimit: null, CountLimit: null,
                        TimeSpan.FromDays(3_650)),
                }),
                An.Noon),
            new OpenAttempt(An.Agreement, An.Account), An.Noon);
        order = An.Moved(order, An.Success(fen: 0), An.Noon);
        const int years = 2;
        const int debits = 365 * years;
        for (var day = 0; day < debits; day++)
        {
            var now = An.Noon + TimeSpan.FromDays(day);
            order = An.Moved(order, An.Debit($"D-{day}", 1), now);
            order = An.Moved(order, new SettleCapture(order.LastDebit, now), now);
        }

        order.Debits.ShouldBe(debits);
        order.Debited.Fen.ShouldBe(debits);
        order.LastDebit.ShouldBe(debits);
        order.Captures.Length.ShouldBeLessThanOrEqualTo(AgreementRules.MaxDebits);
    }

    [Fact]
    public void What_is_not_over_is_never_folded_away()
    {
        var order = An.Moved(
            An.Moved(
                null, An.Create(An.AgreementTerms() with
                {
                    Agreement = new AgreementTerms(
                        Money.OfFen(1), TotalLimit: null, CountLimit: null,
                        TimeSpan.FromDays(3_650)),
                }),
                An.Noon),
            new OpenAttempt(An.Agreement, An.Account), An.Noon);
        order = An.Moved(order, An.Success(fen: 0), An.Noon);
        for (var debit = 0; debit < AgreementRules.MaxDebits; debit++)
        {
            order = An.Moved(order, An.Debit($"D-{debit}", 1), An.Noon);
        }

        OrderRules.Decide(order, An.Debit("D-more", 1), An.Noon + TimeSpan.FromDays(9))
            .ShouldBe(new Refused(OrderRefusal.TooManyDebits));
    }

    [Fact]
    public void A_payer_signs_an_agreement_by_one_attempt_only()
    {
        var order = An.SigningOrder();

        OrderRules.Decide(order, new OpenAttempt(An.Agreement, An.Account), An.Noon)
            .ShouldBeOfType<Replayed>();
        OrderRules.Decide(order, new OpenAttempt(An.Agreement, "other"), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TooManyAttempts));
        OrderRules.Decide(
            An.Moved(order, new Decline(1, An.Account), An.Noon),
            new OpenAttempt(An.Agreement, An.Account), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TooManyAttempts));
    }

    [Fact]
    public void News_of_the_end_comes_first_and_the_signature_changes_nothing_then()
    {
        var ended = An.Moved(An.SigningOrder(), An.EndOf(), An.Noon);

        ended.State.ShouldBe(OrderState.Success);
        ended.End.ShouldNotBeNull().EndedAt.ShouldBe(An.Noon);
        OrderRules.Decide(ended, An.Success(fen: 0), An.Noon).ShouldBeOfType<Replayed>();
    }

    [Fact]
    public void A_certificate_has_no_readable_text()
        => new AgreementTerms(
                Money.OfFen(1), null, null, TimeSpan.FromDays(1), null,
                new PayerCertificate("I", "110101199003070011"))
            .ToString().ShouldNotContain("1101011990");
}
