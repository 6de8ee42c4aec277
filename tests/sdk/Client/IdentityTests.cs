using System.Text.Json;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class IdentityTests : IAsyncLifetime
{
    private const string Id = "ZRD2T8N368FKVX7GNX4M616D3G";

    private const string Waiting = """
        {"verification_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_verify_no":"V-1",
        "verify_state":"WAITING","channel":"abc_identity","account":"main",
        "time_created":"2026-01-02T04:00:00Z","time_expire":"2026-01-02T05:00:00Z",
        "verify_url":"https://pay.example/verify/ZRD2T8N368FKVX7GNX4M616D3G",
        "request_id":"r-1"}
        """;

    private const string Passed = """
        {"verification_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_verify_no":"V-1",
        "verify_state":"PASSED","channel":"abc_identity","account":"main",
        "time_created":"2026-01-02T04:00:00Z","time_expire":"2026-01-02T05:00:00Z",
        "time_verified":"2026-01-02T04:01:00Z","request_id":"r-2"}
        """;

    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_check_says_all_of_the_person_and_gives_the_page()
    {
        (_gateway.Answer, _gateway.Status) = (Waiting, 201);

        var check = (await _gateway.Client().VerifyIdentityAsync(Request())).Value
            .ShouldNotBeNull();

        (check.VerificationId, check.VerifyState, check.IsPassed())
            .ShouldBe((Id, VerifyState.Waiting, false));
        check.VerifyUrl.ShouldNotBeNull().AbsolutePath.ShouldBe($"/verify/{Id}");
        var (method, target, _, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target).ShouldBe(("POST", "/v1/identity-verifications"));
        var sent = JsonElement.Parse(body);
        sent.EnumerateObject().Select(static m => m.Name).ShouldBe(
            [
                "out_verify_no", "channel", "account", "name", "certificate_kind",
                "certificate_no", "card_no", "mobile", "return_url", "expires_in",
            ]);
        sent.GetProperty("name").GetString().ShouldBe("张三");
        sent.GetProperty("expires_in").GetInt32().ShouldBe(600);
    }

    [Fact]
    public async Task A_question_by_either_number_tells_the_verdict()
    {
        _gateway.Answer = Passed;

        var byId = (await _gateway.Client().QueryIdentityAsync(
            IdentityQueryRequest.ById(Id))).Value.ShouldNotBeNull();
        var byNumber = (await _gateway.Client().QueryIdentityAsync(
            IdentityQueryRequest.ByOutVerifyNo("V-1"))).Value.ShouldNotBeNull();

        byId.IsPassed().ShouldBeTrue();
        byId.VerifyUrl.ShouldBeNull();
        byId.TimeVerified.ShouldBe(new DateTimeOffset(2026, 1, 2, 4, 1, 0, TimeSpan.Zero));
        byNumber.ShouldBe(byId);
        _gateway.Calls.Select(static c => c.Target).ShouldBe(
            [
                $"/v1/identity-verifications/{Id}",
                "/v1/identity-verifications?out_verify_no=V-1",
            ]);
        Should.Throw<ArgumentException>(static () => IdentityQueryRequest.ById("a/b"));
        Should.Throw<ArgumentException>(static () => IdentityQueryRequest.ByOutVerifyNo(""));
    }

    [Theory]
    [InlineData("CHECKING", VerifyState.Checking)]
    [InlineData("FAILED", VerifyState.Failed)]
    [InlineData("NOT_CHECKED", VerifyState.NotChecked)]
    [InlineData("EXPIRED", VerifyState.Expired)]
    [InlineData("SOMETHING", VerifyState.Unrecognised)]
    public async Task Every_word_has_a_meaning_and_none_but_one_is_passed(
        string word, VerifyState state)
    {
        _gateway.Answer = Passed.Replace("PASSED", word, StringComparison.Ordinal);

        var check = (await _gateway.Client().QueryIdentityAsync(
            IdentityQueryRequest.ById(Id))).Value.ShouldNotBeNull();

        (check.VerifyState, check.IsPassed()).ShouldBe((state, false));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_not_shown()
    {
        var wrong = new IdentityRequest
        {
            Name = "张三\n",
            CertificateKind = "passport",
            CertificateNo = new string('1', 31),
            CardNo = "62284X",
            Mobile = "1380",
            ExpiresIn = 59,
        };

        var refusal = await Should.ThrowAsync<PayRequestException>(
            () => _gateway.Client().VerifyIdentityAsync(wrong));

        refusal.Problems.Select(static p => p.Name).ShouldBe(
            [
                "out_verify_no", "channel", "name", "certificate_kind", "certificate_no",
                "card_no", "mobile", "expires_in",
            ]);
        refusal.Message.ShouldNotContain("62284X");
        refusal.Message.ShouldNotContain("张三");
        _gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_request_shows_nobody()
    {
        var text = Request().ToString();

        text.ShouldBe("IdentityRequest V-1");
        typeof(IdentityRequest).GetProperties().Where(static p => p.CanRead)
            .Select(static p => p.Name).ShouldBe(
                [
                    "OutVerifyNo", "Channel", "Account", "CertificateKind", "ReturnUrl",
                    "ExpiresIn",
                ]);
    }

    private static IdentityRequest Request() => new()
    {
        OutVerifyNo = "V-1",
        Channel = "abc_identity",
        Account = "main",
        Name = "张三",
        CertificateKind = "IDENTITY_CARD",
        CertificateNo = "110101199003070011",
        CardNo = "6228480000000000001",
        Mobile = "13800000000",
        ReturnUrl = new Uri("https://shop.example/back"),
        ExpiresIn = 600,
    };
}
