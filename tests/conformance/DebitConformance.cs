using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What taking money under an agreement has to hold.</summary>
public abstract class DebitConformance<TRig> : AgreeingConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const int Often = 40;

    [Fact]
    public async Task What_is_debited_is_a_payment()
    {
        var id = await SignAsync();

        var debit = await DebitAsync(id, "D-1");
        await SettleAsync();

        debit.Status.ShouldBe(201, debit.ToString());
        debit["trade_state"].ShouldBe("SUCCESS", debit.ToString());
        debit["agreement_id"].ShouldBe(id);
        var payment = debit["transaction_id"];
        (await World.QueryAsync(payment))["trade_state"].ShouldBe("SUCCESS");
        World.Merchant.ToldOf(payment, "PAYMENT").ShouldHaveSingleItem()["total_fee"]
            .ShouldBe($"{ConformanceWorld.Price}");
        var agreement = await FindAsync(id);
        (agreement["debited_fee"], agreement["debit_count"])
            .ShouldBe(($"{ConformanceWorld.Price}", "1"), agreement.ToString());
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_number_is_the_same_debit()
    {
        var id = await SignAsync();

        var first = await DebitAsync(id, "D-1");
        var again = await DebitAsync(id, "D-1");
        var other = await DebitAsync(id, "D-1", 1);
        var renamed = await DebitAsync(id, "D-1", subject: "别的茶");
        await SettleAsync();

        (first.Status, again.Status).ShouldBe((201, 200), again.ToString());
        again["transaction_id"].ShouldBe(first["transaction_id"]);
        other["code"].ShouldBe("ORDER_CONTENT_DIFFERS", other.ToString());
        renamed["code"].ShouldBe("ORDER_CONTENT_DIFFERS", renamed.ToString());
        (await FindAsync(id))["debit_count"].ShouldBe("1");
    }

    [Fact]
    public async Task The_same_debit_many_times_at_once_takes_money_once()
    {
        var id = await SignAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => DebitAsync(id, "D-1")));
        await SettleAsync();

        answers.Count(static a => a.Status is 200 or 201).ShouldBe(
            answers.Length, string.Join('\n', answers.AsEnumerable()));
        var payment = answers[0]["transaction_id"];
        World.Merchant.ToldOf(payment, "PAYMENT").ShouldHaveSingleItem();
        (await FindAsync(id))["debited_fee"].ShouldBe($"{ConformanceWorld.Price}");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_number_of_another_order_is_no_debit()
    {
        var id = await SignAsync();
        var paid = await World.CreateAsync(World.Rig.PageProduct, ("out_trade_no", "T-taken"));

        var debit = await DebitAsync(id, "T-taken");

        paid.Status.ShouldBe(201);
        debit["code"].ShouldBe("ORDER_CONTENT_DIFFERS", debit.ToString());
        (await FindAsync(id))["debit_count"].ShouldBe("0");
    }

    [Fact]
    public async Task The_limit_of_one_debit_holds_to_the_fen()
    {
        var id = await SignAsync();

        var over = await DebitAsync(id, "D-1", ConformanceWorld.Price + 1);
        var within = await DebitAsync(id, "D-2", ConformanceWorld.Price);

        over["code"].ShouldBe("EXCEEDS_AGREEMENT", over.ToString());
        within.Status.ShouldBe(201, within.ToString());

        // What is refused uses up no number.
        (await DebitAsync(id, "D-1", 1)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task The_limit_of_all_debits_holds_to_the_fen()
    {
        var id = await SignAsync(("total_limit", ConformanceWorld.Price + 10));

        (await DebitAsync(id, "D-1")).Status.ShouldBe(201);
        var over = await DebitAsync(id, "D-2", 11);
        var rest = await DebitAsync(id, "D-3", 10);
        var more = await DebitAsync(id, "D-4", 1);

        over["code"].ShouldBe("EXCEEDS_AGREEMENT", over.ToString());
        rest.Status.ShouldBe(201, rest.ToString());
        more["code"].ShouldBe("EXCEEDS_AGREEMENT", more.ToString());
    }

    [Fact]
    public async Task The_limit_of_their_count_holds()
    {
        var id = await SignAsync(("count_limit", 2));

        (await DebitAsync(id, "D-1", 1)).Status.ShouldBe(201);
        (await DebitAsync(id, "D-2", 1)).Status.ShouldBe(201);

        (await DebitAsync(id, "D-3", 1))["code"].ShouldBe("EXCEEDS_AGREEMENT");
        (await DebitAsync(id, "D-2", 1)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Debits_at_once_never_pass_a_limit_together()
    {
        var id = await SignAsync(("total_limit", ConformanceWorld.Price));
        const long most = ConformanceWorld.Price - 1;

        var answers = await Task.WhenAll(
            DebitAsync(id, "D-1", most), DebitAsync(id, "D-2", most),
            DebitAsync(id, "D-3", most));
        await SettleAsync();

        answers.Count(static a => a.Status == 201)
            .ShouldBe(1, string.Join('\n', answers.AsEnumerable()));
        answers.Count(static a => a["code"] is "EXCEEDS_AGREEMENT").ShouldBe(2);
        (await FindAsync(id))["debited_fee"].ShouldBe($"{most}");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_debit_never_takes_twice_and_never_loses_it(string fault)
    {
        var id = await SignAsync(("total_limit", ConformanceWorld.Price));
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.DebitOperation, seconds: 60);

        var asked = await World.LetItTakeAsync(DebitAsync(id, "D-1"));
        var meanwhile = await DebitAsync(id, "D-2", 1);
        await World.Channel.HealAsync();
        await SettleAsync();

        asked.Status.ShouldBe(201, asked.ToString());
        asked["trade_state"].ShouldBeOneOf("USERPAYING", "SUCCESS");
        meanwhile["code"].ShouldBe("EXCEEDS_AGREEMENT", meanwhile.ToString());
        (await World.QueryAsync(asked["transaction_id"]))["trade_state"].ShouldBe("SUCCESS");
        (await FindAsync(id))["debited_fee"].ShouldBe($"{ConformanceWorld.Price}");
        World.Merchant.ToldOf(asked["transaction_id"], "PAYMENT").ShouldHaveSingleItem();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_debit_that_the_channel_never_heard_of_is_sent_again()
    {
        var id = await SignAsync();
        await World.Channel.FaultAsync("http_500", Often, World.Rig.DebitOperation);

        var asked = await World.LetItTakeAsync(DebitAsync(id, "D-1"));
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromMinutes(30)));
        await World.Channel.HealAsync();
        await SettleAsync();

        asked["trade_state"].ShouldBe("USERPAYING", asked.ToString());
        (await World.QueryAsync(asked["transaction_id"]))["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task A_debit_that_is_never_made_frees_what_it_counted()
    {
        var id = await SignAsync(("total_limit", ConformanceWorld.Price));
        await World.Channel.FaultAsync("http_500", 10_000, World.Rig.DebitOperation);

        await World.LetItTakeAsync(DebitAsync(id, "D-1"));
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(26)));
        await World.Channel.HealAsync();

        (await FindAsync(id))["debited_fee"].ShouldBe("0");
        (await DebitAsync(id, "D-2")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_debit_under_what_the_payer_has_ended_is_declined()
    {
        var id = await SignAsync();
        await World.Channel.FaultAsync("lost_notification", count: 100);
        (await World.Channel.CloseAsync(NumberOf(id))).ShouldBeTrue();

        var debit = await DebitAsync(id, "D-1");
        await World.Channel.HealAsync();

        debit.Status.ShouldBe(201, debit.ToString());
        debit["trade_state"].ShouldBe("PAYERROR", debit.ToString());
        (await World.StoredAsync(id)).Debited.Fen.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_debited_can_be_refunded()
    {
        var id = await SignAsync();
        var payment = (await DebitAsync(id, "D-1"))["transaction_id"];
        await SettleAsync();

        var refund = await World.RefundAsync(payment, "R-1", 3_000);
        await SettleAsync();

        refund.Status.ShouldBe(201, refund.ToString());
        (await World.QueryRefundAsync("R-1"))["refund_state"].ShouldBe("SUCCESS");
        (await FindAsync(id))["debited_fee"].ShouldBe($"{ConformanceWorld.Price}");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agreement_of_nobody_is_debited_by_nobody()
    {
        var id = await OpenAsync();
        var paid = await World.PayAsync();

        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
        (await DebitAsync(paid, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_FOUND");
        (await DebitAsync(new string('0', 26), "D-1"))["code"].ShouldBe("AGREEMENT_NOT_FOUND");
    }
}
