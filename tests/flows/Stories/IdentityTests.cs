using PayFunctions.Sandbox.Shop;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>Somebody shows who he is: through the SDK, in a real browser.</summary>
[Collection(StoryGroup.Name)]
public sealed class IdentityTests(SharedWorld shared, BrowserFixture browsers)
{
    private const string Name = "张三";

    private static int numbers;

    [Theory]
    [InlineData("#pass", VerifyState.Passed)]
    [InlineData("#fail", VerifyState.Failed)]
    public async Task At_Alipay_a_person_comes_to_the_page_and_back(
        string pressed, VerifyState state)
    {
        var world = await shared.OpenAsync();
        var check = await BeginAsync(world, "alipay_identity");
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        await visit.GoAsync(check.VerifyUrl.ShouldNotBeNull());

        await visit.ClickAsync(pressed);
        await visit.ArriveAsync($"{Back(world)}");

        var back = await world.Client.Verifier.VerifyIdentityReturnAsync(
            new Uri(visit.Page.Url).Query);
        back.Response.ShouldNotBeNull().VerifyState.ShouldBe(state);
        back.Response.OutVerifyNo.ShouldBe(check.OutVerifyNo);
        (await visit.Page.InnerTextAsync("#verified")).ShouldBe($"{state}");
        (await QueryAsync(world, check)).VerifyState.ShouldBe(state);
        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_the_Agricultural_Bank_the_name_has_to_be_the_one_that_was_said()
    {
        var world = await shared.OpenAsync();
        var check = await BeginAsync(world, "abc_identity");
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        await visit.GoAsync(check.VerifyUrl.ShouldNotBeNull());
        await visit.Page.FillAsync("#holder", "李四");
        await visit.ClickAsync("#pass");
        await visit.SeeAsync("#passed");
        (await QueryAsync(world, check)).VerifyState.ShouldBe(VerifyState.Waiting);
        await visit.GoAsync(check.VerifyUrl);
        await visit.Page.FillAsync("#holder", Name);

        await visit.ClickAsync("#pass");
        await visit.ClickAsync("#return");
        await visit.ArriveAsync($"{Back(world)}");

        var back = await world.Client.Verifier.VerifyIdentityReturnAsync(
            new Uri(visit.Page.Url).Query);
        back.Response.ShouldNotBeNull().VerifyState.ShouldBe(VerifyState.Passed);
        (await QueryAsync(world, check)).IsPassed().ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_fills_in_the_shops_form_and_is_known_there()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser, script: false);
        await visit.GoAsync(world.Shop.Address);
        await visit.ClickAsync("#identity");

        await visit.ClickAsync("#verify");
        await visit.ClickAsync("#go");
        await visit.ClickAsync("#pass");

        (await visit.Page.InnerTextAsync("#verified")).ShouldBe("Passed");
        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_once_the_bank_says_yes_or_no()
    {
        var world = await shared.OpenAsync();

        var passed = await BeginAsync(world, "abc_identity_check", "13800000001");
        var failed = await BeginAsync(world, "abc_identity_check", "13800000000");

        (passed.VerifyState, passed.VerifyUrl).ShouldBe((VerifyState.Passed, null));
        failed.VerifyState.ShouldBe(VerifyState.Failed);
    }

    private static Uri Back(PayWorld world)
        => new(world.Shop.Address, IdentityRoutes.ReturnPath);

    private static async Task<IdentityResponse> BeginAsync(
        PayWorld world, string product, string mobile = "13800000001")
        => MerchantClient.Answer(await world.Client.Pay.VerifyIdentityAsync(new IdentityRequest
        {
            OutVerifyNo = $"V-{Interlocked.Increment(ref numbers)}",
            Channel = product,
            Name = Name,
            CertificateNo = "110101199003070011",
            CardNo = "6228480000000000001",
            Mobile = mobile,
            ReturnUrl = Back(world),
        }));

    private static async Task<IdentityResponse> QueryAsync(
        PayWorld world, IdentityResponse check)
        => MerchantClient.Answer(await world.Client.Pay.QueryIdentityAsync(
            IdentityQueryRequest.ById(check.VerificationId)));
}
