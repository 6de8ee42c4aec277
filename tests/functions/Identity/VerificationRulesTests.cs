using PayFunctions.Identity;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Identity;

public sealed class VerificationRulesTests
{
    private static readonly DateTimeOffset Now = An.Noon;

    private static readonly Verification Asked = new()
    {
        Id = OrderId.Of("shop", "V-1"),
        AppId = "shop",
        OutVerifyNo = "V-1",
        Product = "p",
        Account = "main",
        Person = new PersonDigests("a", "n", "c", "k"),
        CreatedAt = Now,
        ExpiresAt = Now.AddHours(1),
        AskedAt = Now,
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var known in Enum.GetNames<VerificationState>())
            {
                foreach (var said in Enum.GetNames<VerificationState>())
                {
                    cells.Add(known, said);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_first_verdict_stands_and_nothing_is_unlearned(string known, string said)
    {
        var (state, news) = (
            Enum.Parse<VerificationState>(known), Enum.Parse<VerificationState>(said));
        var before = Asked with { State = state, Reference = "R" };

        var after = VerificationRules.Hear(before, 1, news, "R-2", Now.AddMinutes(1));

        if (before.IsOver || news == VerificationState.Checking
            || (state, news) is (VerificationState.Waiting, VerificationState.Waiting))
        {
            after.ShouldBeNull();
            return;
        }

        after.ShouldNotBeNull().State.ShouldBe(news);
        (after.VerifiedAt is not null).ShouldBe(after.IsOver);
        after.Reference.ShouldBe(after.IsOver ? null : "R-2");
    }

    [Fact]
    public void A_verdict_that_comes_late_is_one_all_the_same()
    {
        var late = Asked with { State = VerificationState.Waiting, Reference = "R" };

        VerificationRules.IsExpired(late, Now.AddHours(1)).ShouldBeTrue();
        VerificationRules.Hear(late, 1, VerificationState.Passed, null, Now.AddHours(2))
            .ShouldNotBeNull().State.ShouldBe(VerificationState.Passed);
    }

    [Fact]
    public void Of_a_try_that_was_given_up_only_that_it_is_the_person_is_heard()
    {
        var second = Asked with { Tries = 2 };

        VerificationRules.Hear(second, 1, VerificationState.Waiting, "R", Now).ShouldBeNull();
        VerificationRules.Hear(second, 1, VerificationState.Failed, null, Now).ShouldBeNull();
        VerificationRules.Hear(second, 1, VerificationState.NotChecked, null, Now)
            .ShouldBeNull();
        VerificationRules.Hear(second, 1, VerificationState.Passed, null, Now)
            .ShouldNotBeNull();
        VerificationRules.Hear(second, 3, VerificationState.Passed, null, Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(29, VerificationState.Checking, 1, null)]
    [InlineData(30, VerificationState.Checking, 1, 2)]
    [InlineData(3_599, VerificationState.Checking, 4, 5)]
    [InlineData(3_600, VerificationState.Checking, 1, null)]
    [InlineData(60, VerificationState.Checking, 5, null)]
    [InlineData(60, VerificationState.Waiting, 1, null)]
    [InlineData(60, VerificationState.Passed, 1, null)]
    [InlineData(60, VerificationState.Failed, 1, null)]
    [InlineData(60, VerificationState.NotChecked, 1, null)]
    public void A_channel_is_asked_again_only_where_its_answer_was_lost(
        int seconds, object state, int tries, int? then)
    {
        var known = Asked with { State = (VerificationState)state, Tries = tries };

        var next = VerificationRules.Ask(known, Asked, Now.AddSeconds(seconds));

        (next?.Tries).ShouldBe(then);
    }
}
