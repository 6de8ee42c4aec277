using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Platform;

public sealed class AccountRegistrationTests
{
    private const string Target = "/platform/accounts/test/tea";

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task An_empty_registration_has_defaults()
    {
        var answer = await PutAsync("{}");

        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"channel\":\"test\",\"account\":\"tea\",\"environment\":\"production\","
            + "\"enabled\":true,\"products\":[],\"settings\":{},\"secrets\":{},"
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task Every_member_is_kept_and_shown_again_and_secrets_by_their_names()
    {
        gateway.Secrets.Values["test-token"] = "hush-hush";
        var put = await PutAsync(
            "{\"environment\":\"test\",\"enabled\":false,"
            + "\"products\":[\"test_code\",\"test_page\",\"test_code\"],"
            + "\"settings\":{\"token\":\"茶\",\"a\":\"\"},\"secrets\":{\"token\":\"test-token\"}}");
        var got = await gateway.SendAsync("GET", Target);

        put.Status.ShouldBe(201);
        got.Text.ShouldBe(put.Text);
        got.Text.ShouldContain(
            "\"environment\":\"test\",\"enabled\":false,"
            + "\"products\":[\"test_code\",\"test_page\"],"
            + "\"settings\":{\"a\":\"\",\"token\":\"茶\"},\"secrets\":{\"token\":\"test-token\"}");
        put.Text.ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task A_change_answers_200_and_is_in_force_at_once()
    {
        await PutAsync("{}");
        await gateway.SendAsync("GET", Target);

        var answer = await PutAsync("{\"enabled\":false}");

        answer.Status.ShouldBe(200);
        (await gateway.SendAsync("GET", Target)).Text.ShouldContain("\"enabled\":false");
    }

    [Theory]
    [InlineData("", "BODY_MALFORMED")]
    [InlineData("[]", "BODY_MALFORMED")]
    [InlineData("null", "BODY_MALFORMED")]
    [InlineData("{\"color\":1}", "BODY_MALFORMED")]
    [InlineData("{\"enabled\":true,\"enabled\":true}", "BODY_MALFORMED")]
    [InlineData("{\"enabled\":\"yes\"}", "BODY_MALFORMED")]
    [InlineData("{\"products\":null}", "BODY_MALFORMED")]
    [InlineData("{\"settings\":null}", "BODY_MALFORMED")]
    [InlineData("{\"settings\":{\"a\":1}}", "BODY_MALFORMED")]
    [InlineData("{\"settings\":{\"a\":\"\\ud800\"}}", "BODY_MALFORMED")]
    [InlineData("{\"environment\":\"prod\"}", "PARAMETER_INVALID environment")]
    [InlineData("{\"environment\":null}", "BODY_MALFORMED")]
    [InlineData("{\"products\":[\"alipay_page\"]}", "PARAMETER_INVALID products")]
    [InlineData("{\"products\":[null]}", "PARAMETER_INVALID products")]
    [InlineData("{\"settings\":{\"a\":null}}", "PARAMETER_INVALID settings")]
    [InlineData("{\"secrets\":{\"token\":\"the secret itself\"}}", "PARAMETER_INVALID secrets")]
    [InlineData("{\"secrets\":{\"token\":\"name/abc\"}}", "PARAMETER_INVALID secrets")]
    [InlineData("{\"secrets\":{\"token\":null}}", "PARAMETER_INVALID secrets")]
    public async Task A_wrong_registration_changes_nothing(string body, string expected)
    {
        var answer = await PutAsync(body);

        answer.Status.ShouldBe(400);
        var said = answer.Code is "BODY_MALFORMED"
            ? answer.Code
            : $"{answer.Code} {answer.Detail.Split(':')[0]}";
        said.ShouldBe(expected);
        (await gateway.SendAsync("GET", Target)).Code.ShouldBe("ACCOUNT_NOT_FOUND");
    }

    [Theory]
    [InlineData(32, 990, true)]
    [InlineData(33, 1, false)]
    [InlineData(1, 16 * 1024, true)]
    [InlineData(1, (16 * 1024) + 1, false)]
    [InlineData(32, 991, false)]
    public async Task Settings_fit_into_their_column_or_are_refused(
        int count, int length, bool fits)
    {
        var settings = string.Join(',', Enumerable.Range(10, count)
            .Select(n => $"\"n{n}\":\"{new string('v', length)}\""));

        var answer = await PutAsync($"{{\"settings\":{{{settings}}}}}");

        answer.Status.ShouldBe(fits ? 201 : 400);
        if (!fits)
        {
            answer.Detail.ShouldStartWith("settings:");
        }
    }

    [Fact]
    public async Task Chinese_settings_are_measured_as_they_are_kept()
    {
        // Six characters each in the column, three bytes each in the body.
        var answer = await PutAsync($"{{\"settings\":{{\"n\":\"{new string('茶', 5_400)}\"}}}}");

        answer.Detail.ShouldStartWith("settings:");
    }

    [Fact]
    public async Task What_its_channel_cannot_use_is_not_kept()
    {
        var answer = await PutAsync("{\"settings\":{\"broken\":\"\"}}");

        answer.Code.ShouldBe("ACCOUNT_INVALID");
        answer.Detail.ShouldContain("broken is no setting.");
        (await gateway.SendAsync("GET", Target)).Code.ShouldBe("ACCOUNT_NOT_FOUND");
    }

    [Fact]
    public async Task A_secret_that_the_vault_does_not_have_is_named()
    {
        var answer = await PutAsync(
            "{\"settings\":{\"token\":\"\"},\"secrets\":{\"token\":\"nowhere\"}}");

        answer.Code.ShouldBe("ACCOUNT_INVALID");
        answer.Detail.ShouldContain("no secret of the name given for token");
    }

    [Fact]
    public async Task A_vault_that_forbids_is_said_with_the_role_that_is_missing()
    {
        gateway.Secrets.Forbids = true;

        var answer = await PutAsync("{\"secrets\":{\"token\":\"test-token\"}}");

        answer.Code.ShouldBe("ACCOUNT_INVALID");
        answer.Detail.ShouldContain("Key Vault Secrets User");
    }

    [Fact]
    public async Task A_vault_that_is_down_may_be_tried_again()
    {
        gateway.Secrets.IsDown = true;

        var answer = await PutAsync("{\"secrets\":{\"token\":\"test-token\"}}");

        answer.Code.ShouldBe("TRY_AGAIN");
        (await gateway.SendAsync("GET", Target)).Code.ShouldBe("ACCOUNT_NOT_FOUND");
    }

    [Theory]
    [InlineData("/platform/accounts/nowhere/tea")]
    [InlineData("/platform/accounts/test/a%20b")]
    [InlineData("/platform/accounts/test/%E8%8C%B6")]
    [InlineData("/platform/accounts/TEST/tea")]
    public async Task A_channel_or_a_name_that_cannot_be_is_not_found(string target)
    {
        (await gateway.SendAsync("PUT", target, "{}")).Code.ShouldBe("ACCOUNT_NOT_FOUND");
        (await gateway.SendAsync("GET", target)).Code.ShouldBe("ACCOUNT_NOT_FOUND");
        (await gateway.SendAsync("POST", target + "/probe")).Code.ShouldBe("ACCOUNT_NOT_FOUND");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_probe_works_when_the_channel_answers(bool answers)
    {
        await PutAsync("{}");
        gateway.Channel.Outcome = answers
            ? new Declined("no such trade")
            : new Unknown("the signature is wrong");

        var answer = await gateway.SendAsync("POST", Target + "/probe");

        answer.Status.ShouldBe(200);
        answer.Json["works"]!.GetValue<bool>().ShouldBe(answers);
        answer["reason"].ShouldBe(answers
            ? "The channel answered, and its answer verified."
            : "the signature is wrong");
        gateway.Channel.Questions.ShouldBe(1);
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_probe_of_an_account_whose_secret_is_gone_asks_nobody()
    {
        gateway.Secrets.Values["test-token"] = "s";
        await PutAsync(
            "{\"settings\":{\"token\":\"\"},\"secrets\":{\"token\":\"test-token\"}}");
        gateway.Secrets.Values.Clear();
        gateway.Clock.Advance(SecretRing.Life);

        var answer = await gateway.SendAsync("POST", Target + "/probe");

        answer.Json["works"]!.GetValue<bool>().ShouldBeFalse();
        answer["reason"].ShouldNotBeNull().ShouldContain("token");
        gateway.Channel.Questions.ShouldBe(0);
    }

    [Theory]
    [InlineData("{\"enabled\":false}")]
    [InlineData("{\"environment\":\"test\"}")]
    [InlineData("{\"products\":[\"test_code\"]}")]
    public async Task A_payment_takes_the_next_account_when_the_first_does_not_suit(string second)
    {
        var shop = new TestGateway(TestMerchant.Shop.Registered with
        {
            Accounts = TestMerchant.Shop.Registered.Accounts.SetItem(
                TestChannel.ChannelName, [TestChannel.Second, TestChannel.Main]),
        });
        await shop.SendAsync("PUT", "/platform/accounts/test/second", second);
        var order = await shop.OpenOrderAsync();

        order.Attempts.ShouldHaveSingleItem().Account.ShouldBe(TestChannel.Main);
    }

    [Fact]
    public async Task A_disabled_account_finishes_what_was_begun_with_it()
    {
        var order = await gateway.OpenOrderAsync();
        await gateway.SendAsync("PUT", "/platform/accounts/test/main", "{\"enabled\":false}");

        await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.Success);
    }

    private Task<Answer> PutAsync(string body) => gateway.SendAsync("PUT", Target, body);
}
