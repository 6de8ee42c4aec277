using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>
/// A payment by card and code, whole: through the SDK, with a payer who signs up in a real browser
/// and reads the code from the phone.
/// </summary>
[Collection(PatientStoryGroup.Name)]
public sealed class KCodeTests(SharedWorld shared, BrowserFixture browsers)
{
    private const string CardNo = "6228480000000000001";
    private const string UnsignedCard = "6228480000000775095";

    [Fact]
    public async Task A_payer_enters_a_wrong_code_then_the_right_one_and_gets_a_part_back()
    {
        var world = await shared.OpenAsync();
        var request = world.Client.Order();
        var sent = MerchantClient.Answer(
            await world.Client.Pay.SendKCodeAsync(request, Card("K-1", CardNo)));
        sent.KCodeState.ShouldBe(KCodeState.Sent);
        var code = await CodeAsync(world, sent.TransactionId, attempt: 1);

        var early = await world.Client.Pay.ResendKCodeAsync(sent.TransactionId, "S-1");
        var wrong = await world.Client.Pay.PayByKCodeAsync(
            sent.TransactionId, Payment("P-1", "000x"));
        var again = MerchantClient.Answer(
            await world.Client.Pay.SendKCodeAsync(request, Card("K-1", CardNo)));
        var paid = MerchantClient.Answer(await world.Client.Pay.PayByKCodeAsync(
            sent.TransactionId, Payment("P-2", code)));

        early.Problem.ShouldNotBeNull().Code.ShouldBe(PayProblemCodes.KCodeTooSoon);
        wrong.Problem.ShouldNotBeNull().Code.ShouldBe(PayProblemCodes.KCodeWrong);
        again.KCodeTriesLeft.ShouldBe(4);
        (paid.TradeState, paid.KCodeState, paid.Channel)
            .ShouldBe((TradeState.Success, KCodeState.Paid, "abc_kcode"));
        var notice = await Story.FirstNoticeAsync(world, request.OutTradeNo!);
        notice.Fields["trade_state"].ShouldBe("SUCCESS");
        var refund = MerchantClient.Answer(await world.Client.Pay.RefundAsync(new RefundRequest
        {
            OutRequestNo = $"R-{request.OutTradeNo}",
            OutTradeNo = request.OutTradeNo,
            RefundFee = 45,
        }));
        refund.RefundState.ShouldBeOneOf(RefundState.Success, RefundState.Processing);
        await Patience.UntilAsync("the refund is known", async () =>
            await world.Client.QueryAsync(request.OutTradeNo!)
                is { TradeState: TradeState.Refund } back ? back : null);
    }

    [Fact]
    public async Task A_payer_signs_up_on_the_banks_page_and_pays()
    {
        var world = await shared.OpenAsync();
        var request = world.Client.Order();
        var unsigned = MerchantClient.Answer(
            await world.Client.Pay.SendKCodeAsync(request, Card("K-1", UnsignedCard)));
        unsigned.KCodeState.ShouldBe(KCodeState.NotSigned);

        await using var visit = await Visit.BeginAsync(browsers.Browser);
        await visit.GoAsync(unsigned.SignUrl.ShouldNotBeNull());
        await visit.ClickAsync("#sign");
        await visit.SeeAsync("#signed");
        var sent = MerchantClient.Answer(
            await world.Client.Pay.SendKCodeAsync(request, Card("K-2", UnsignedCard)));
        var paid = MerchantClient.Answer(await world.Client.Pay.PayByKCodeAsync(
            sent.TransactionId,
            Payment("P-1", await CodeAsync(world, sent.TransactionId, attempt: 2))));

        paid.TradeState.ShouldBe(TradeState.Success);
        visit.Troubles.ShouldBeEmpty();
    }

    private static KCodeCard Card(string number, string card) => new()
    {
        OutRequestNo = number,
        CardNo = card,
        MobileEnd = "8888",
    };

    private static KCodePayment Payment(string number, string code) => new()
    {
        OutRequestNo = number,
        Code = code,
        AccName = "张三",
        CertificateType = "I",
        CertificateNo = "110101199003070011",
    };

    /// <summary>What the payer reads from the phone.</summary>
    private static async Task<string> CodeAsync(PayWorld world, string id, int attempt)
        => (await world.ControlOf("abc").TradeAsync(
            FormattableString.Invariant($"{id}{attempt:D2}")))
            .GetProperty("phone_code").GetString().ShouldNotBeNull();
}
