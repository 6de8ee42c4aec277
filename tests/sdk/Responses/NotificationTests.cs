using System.Text;

namespace PayFunctions.Tests.Sdk.Responses;

public class NotificationTests
{
    public static TheoryData<string> Golden => Vectors.Names("notifications.json");

    [Theory]
    [MemberData(nameof(Golden))]
    public void A_notification_that_other_code_signed_is_genuine(string name)
    {
        var golden = Vectors.Case("notifications.json", name);

        var verification = Verify(Encoding.ASCII.GetBytes(golden["form"]!.GetValue<string>()));

        verification.Verdict.ShouldBe(PayVerdict.Genuine);
        verification.IsGenuine.ShouldBeTrue();
        var expected = Vectors.Fields(golden["fields"]!).Where(field => field.Value.Length > 0)
            .Append(KeyValuePair.Create("sign", golden["sign"]!.GetValue<string>()));
        verification.Response.Parameters.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Every_field_is_read()
    {
        var notification = Verify(Notice.Genuine.Form()).Response.ShouldNotBeNull();

        notification.NotifyId.ShouldBe("01HZX5N8Q2");
        notification.NotifyTime.ShouldBe(Vectors.Noon);
        notification.NotifyType.ShouldBe("PAYMENT");
        notification.AppId.ShouldBe("app_1");
        notification.OutTradeNo.ShouldBe("T-2026_0001");
        notification.TransactionId.ShouldBe("5Z7K2M9QW3E8R1T6Y4V0B2N8C7");
        notification.TradeState.ShouldBe(TradeState.Success);
        notification.TotalFee.ShouldBe(100);
        notification.FeeType.ShouldBe("CNY");
        notification.Channel.ShouldBe("alipay_page");
        notification.ChannelTradeNo.ShouldBe("2026010222001400001");
        notification.Attach.ShouldBe("a=1&b=2");
        notification.TimeEnd.ShouldBe(Vectors.Noon.AddSeconds(-6));
        notification.OrderVersion.ShouldBe(3);
        notification.Timestamp.ShouldBe(Vectors.Noon);
        notification.IsPaySuccessful().ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_known_yet_may_be_left_out()
    {
        var form = Notice.Genuine.Without("channel").Without("channel_trade_no")
            .Without("attach").Without("time_end").Form();

        var notification = Verify(form).Response.ShouldNotBeNull();

        notification.Channel.ShouldBeNull();
        notification.ChannelTradeNo.ShouldBeNull();
        notification.Attach.ShouldBeNull();
        notification.TimeEnd.ShouldBeNull();
    }

    [Theory]
    [InlineData("NOTPAY", TradeState.NotPay)]
    [InlineData("USERPAYING", TradeState.UserPaying)]
    [InlineData("REFUND", TradeState.Refund)]
    [InlineData("CLOSED", TradeState.Closed)]
    [InlineData("REVOKED", TradeState.Revoked)]
    [InlineData("PAYERROR", TradeState.PayError)]
    [InlineData("success", TradeState.Unrecognised)]
    [InlineData("A_LATER_WORD", TradeState.Unrecognised)]
    public void Only_success_is_success(string word, TradeState state)
    {
        var notification = Verify(Notice.Genuine.With("trade_state", word).Form()).Response!;

        notification.TradeState.ShouldBe(state);
        notification.IsPaySuccessful().ShouldBeFalse();
    }

    [Fact]
    public void Two_keys_are_valid_while_the_gateway_changes_its_key()
    {
        var next = Notice.Genuine.With("key_id", "gw-2").SignedBy(Vectors.NextGatewayKey).Form();

        Verify(next).Verdict.ShouldBe(PayVerdict.Genuine);
        Verify(Notice.Genuine.Form()).Verdict.ShouldBe(PayVerdict.Genuine);
    }

    [Fact]
    public void Many_threads_verify_with_one_key()
    {
        var form = Notice.Genuine.Form();
        var keys = A.GatewayKeys;

        var genuine = ParallelEnumerable.Range(0, 400).Count(_ => PayResponse
            .Verify(form, "app_1", keys, Vectors.Noon).IsGenuine);

        genuine.ShouldBe(400);
    }

    private static PayVerification<PayNotification> Verify(byte[] form)
        => PayResponse.Verify(form, "app_1", A.GatewayKeys, Vectors.Noon);
}
