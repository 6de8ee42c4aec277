using PayFunctions.Channels;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>Whatever happens on the way is unknown, at each call.</summary>
public sealed class AbcTroubleTests : BankTests
{
    [Theory]
    [InlineData(302)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Another_HTTP_status_is_unknown_whatever_stands_in_the_answer(int status)
    {
        Bank.Answer = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.Body.WriteAsync(Said.Trade("99"));
        };

        (await Bench.QueryAsync()).ShouldBe(new Unknown($"HTTP status {status}"));
        (await Bench.OpenAsync()).ShouldBe(new PageUnknown($"HTTP status {status}"));
        (await Bench.RefundAsync()).ShouldBe(new RefundUnknown($"HTTP status {status}"));
        (await Bench.QueryRefundAsync()).ShouldBe(new RefundUnknown($"HTTP status {status}"));
    }

    [Fact]
    public async Task Questions_are_repeated_and_nothing_else_is()
    {
        Bank.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        await Bench.QueryAsync();
        Bank.Asked.Count.ShouldBe(3);
        await Bench.QueryRefundAsync();
        Bank.Asked.Count.ShouldBe(6);
        await Bench.RefundAsync();
        Bank.Asked.Count.ShouldBe(7);
        await Bench.OpenAsync();
        Bank.Asked.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_question_that_is_answered_at_last_is_answered()
    {
        Bank.Answer = async context =>
        {
            context.Response.StatusCode = Bank.Asked.Count < 3 ? 500 : 200;
            await context.Response.Body.WriteAsync(Said.Trade());
        };

        (await Bench.QueryAsync()).ShouldBeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_connection_that_breaks_is_unknown()
    {
        Bank.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await Bench.QueryAsync()).ShouldBeOfType<Unknown>().Reason.ShouldStartWith("no answer");
        (await Bench.OpenAsync()).ShouldBeOfType<PageUnknown>();
        (await Bench.RefundAsync()).ShouldBeOfType<RefundUnknown>();
        (await Bench.QueryRefundAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_unknown()
    {
        var answer = Said.Trade("99");
        Bank.Answer = async context =>
        {
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        (await Bench.QueryAsync()).ShouldBeOfType<Unknown>();

        Bank.Says(answer[..(answer.Length / 2)]);
        (await Bench.QueryAsync())
            .ShouldBe(new Unknown("the answer is cut off or not an answer to this"));
    }

    [Fact]
    public async Task An_answer_has_a_limit_and_a_larger_one_is_not_asked_for_again()
    {
        var answer = Said.Trade("04");

        Bank.Says([.. answer, .. new byte[ChannelHttp.AnswerBytesMax - answer.Length + 1]]);
        (await Bench.QueryAsync()).ShouldBe(new Unknown("the answer is too large"));
        Bank.Asked.Count.ShouldBe(1);

        Bank.Says([
            .. answer,
            .. Enumerable.Repeat((byte)' ', ChannelHttp.AnswerBytesMax - answer.Length)]);
        (await Bench.QueryAsync()).ShouldBeOfType<Succeeded>();
    }

    [Fact]
    public async Task An_unsigned_or_wrongly_signed_answer_is_unknown()
    {
        Bank.Says(AbcVectors.Named(
                AbcVectors.Responses, "error without a signature (seen for some gateway errors)")
            .Bytes("body_gbk_base64"));
        (await Bench.RefundAsync()).ShouldBe(new RefundUnknown("an unsigned error EUNKWN"));

        Bank.Says(Said.Raw("""{"MSG":{"Message":{"TrxResponse":{"ReturnCode":"2305"}}}}"""));
        (await Bench.OpenAsync()).ShouldBe(new PageUnknown("an unsigned error 2305"));

        Bank.Says(Said.Signed(
            Said.Flat(Said.Members(("ReturnCode", "2305"))), AbcVectors.Merchant));
        (await Bench.OpenAsync()).ShouldBe(new PageUnknown("the answer's signature is wrong"));
        (await Bench.RefundAsync())
            .ShouldBe(new RefundUnknown("the answer's signature is wrong"));
    }

    [Theory]
    [InlineData("<html>busy</html>")]
    [InlineData("")]
    [InlineData("{\"ReturnCode\":\"1201\";\"ErrorMessage\":\"x\"}")]
    [InlineData("{\"ReturnCode\":\"<script>\"}")]
    public async Task What_is_no_answer_at_all_is_unknown(string body)
    {
        Bank.Says(Said.Raw(body));

        var outcome = await Bench.QueryAsync();

        outcome.ShouldBeOfType<Unknown>().Reason.ShouldBeOneOf(
            "the answer is cut off or not an answer to this", "an unsigned error 1201");
    }

    [Fact]
    public async Task Silence_is_unknown_when_the_time_is_up_and_that_is_below_15_seconds()
    {
        var arrived = new SemaphoreSlim(0);
        Bank.Answer = context =>
        {
            arrived.Release();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(static _ => { }, TaskScheduler.Default);
        };
        var begun = Bench.Time.GetUtcNow();

        var query = Bench.QueryAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await arrived.WaitAsync();
            Bench.Time.Advance(TimeSpan.FromSeconds(attempt < 2 ? 5 : 2));
        }

        (await query).ShouldBe(new Unknown("no answer in time"));
        (Bench.Time.GetUtcNow() - begun).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_thrown()
    {
        using var cancelled = new CancellationTokenSource();
        Bank.Answer = async _ => await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            Bench.Channel.QueryAsync(An.Trade, cancelled.Token));
    }

    [Fact]
    public async Task A_bank_that_keeps_failing_is_left_alone_for_a_while()
    {
        var careful = WithLimits([("BreakerCalls", "4"), ("QuestionRetries", "0")]);
        Bank.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        for (var call = 0; call < 4; call++)
        {
            await careful.QueryAsync();
        }

        Bank.Says(Said.Trade());
        var refused = await careful.QueryAsync();
        careful.Time.Advance(TimeSpan.FromSeconds(31));
        var asked = await careful.QueryAsync();

        refused.ShouldBeOfType<Unknown>().Reason.ShouldStartWith("not asked");
        asked.ShouldBeOfType<Succeeded>();
    }
}
