using System.Security.Cryptography;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Platform certificates: when they are fetched.</summary>
public sealed class WeChatPayKeyRingTests : IAsyncLifetime
{
    private const string Path = "/v3/certificates";
    private const string Query = "?mchid=1999000101";
    private const string Trade = """{"trade_state":"NOTPAY"}""";

    private static readonly RSA A1 = WeChatPayVectors.PrivateKey("platform_certificate_a");
    private static readonly RSA B = WeChatPayVectors.PrivateKey("platform_certificate_b");

    private static readonly string SerialA = Serial("a");
    private static readonly string SerialB = Serial("b");

    private WeChatPayTalk talk = null!;

    private int Fetches => talk.Targets.Count(static t => t == Path);

    public async ValueTask InitializeAsync()
    {
        talk = await WeChatPayTalk.StartAsync(
            ("wechatpay_public_key", null), ("wechatpay_public_key_id", null));
        HandsOut("a");
        talk.Says(Query, Trade, A1, SerialA);
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task They_are_fetched_before_the_first_call_and_named_in_it()
    {
        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));
        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));

        talk.Targets.First().ShouldBe(Path);
        Fetches.ShouldBe(1);
        talk.Host.Headers[0].Keys.ShouldNotContain("Wechatpay-Serial");
        talk.Host.Headers[1]["Wechatpay-Serial"].ShouldBe(SerialA);
        talk.Bench.Signatures.ShouldBe(3);
    }

    [Fact]
    public async Task They_are_fetched_again_after_twelve_hours()
    {
        await QueryAsync();
        talk.Bench.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await QueryAsync();
        Fetches.ShouldBe(1);

        talk.Bench.Time.Advance(TimeSpan.FromSeconds(1));
        HandsOut("a", "b");
        await QueryAsync();

        Fetches.ShouldBe(2);
        talk.Host.Headers[^1]["Wechatpay-Serial"].ShouldBe(SerialB);
    }

    [Fact]
    public async Task What_was_known_serves_while_they_cannot_be_fetched()
    {
        await QueryAsync();
        talk.Bench.Time.Advance(TimeSpan.FromHours(13));
        talk.Refuses(Path, 500, "SYSTEM_ERROR");

        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));
        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));

        Fetches.ShouldBe(4);  // the second, with its repetitions
        talk.Bench.Time.Advance(TimeSpan.FromSeconds(10));
        await QueryAsync();
        Fetches.ShouldBe(7);
    }

    [Fact]
    public async Task Nothing_is_sent_before_there_is_one_to_believe()
    {
        talk.Refuses(Path, 404, "RESOURCE_NOT_EXISTS");

        (await QueryAsync()).ShouldBe(new Unknown(
            "WeChat Pay's certificates are not known: the merchant has no platform certificate: "
            + "register wechatpay_public_key"));
        await QueryAsync();

        talk.Targets.ShouldBe([Path]);
    }

    [Fact]
    public async Task A_new_one_is_learned_from_the_first_answer_that_names_it()
    {
        await QueryAsync();
        talk.Bench.Time.Advance(TimeSpan.FromMinutes(2));
        HandsOut("a", "b");
        talk.Says(Query, Trade, B, SerialB);

        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));
        talk.Says(Query, Trade, A1, SerialA);
        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));

        Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task Numbers_that_are_made_up_cause_one_fetch_a_minute()
    {
        await QueryAsync();
        talk.Bench.Time.Advance(TimeSpan.FromMinutes(1));
        var body = Notice.Body(Notice.Plain(Notice.Paid));

        for (var i = 0; i < 20; i++)
        {
            (await ReadAsync(body, WeChatPayVectors.Stranger, $"{i:X40}"))
                .ShouldBe(new NotAccepted(NotificationRefusal.SignerUnknown));
        }

        Fetches.ShouldBe(2);
        talk.Bench.Time.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync(body, WeChatPayVectors.Stranger, "00");
        Fetches.ShouldBe(3);
    }

    [Fact]
    public async Task A_notification_teaches_a_new_one_too()
    {
        var body = Notice.Body(Notice.Plain(Notice.Paid));

        (await ReadAsync(body, A1, SerialA)).ShouldBeOfType<Genuine>();

        Fetches.ShouldBe(1);
    }

    [Fact]
    public async Task A_certificate_that_has_ended_verifies_nothing()
    {
        await QueryAsync();
        var key = talk.Bench.Account.Keys.Find(SerialA, A.Now).ShouldNotBeNull();
        talk.Bench.Time.AdvanceTo(key.Until);
        HandsOut("b");

        talk.Says(Query, Trade, A1, SerialA);

        (await QueryAsync()).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task Both_kinds_of_key_are_believed_while_a_merchant_moves()
    {
        await using var both = await WeChatPayTalk.StartAsync(("platform_certificates", "true"));
        both.Says(Path, HandedOut("a"), A1, SerialA);
        both.Says(Query, Trade);

        (await both.Channel.QueryAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Waiting("NOTPAY"));
        both.Says(Query, Trade, A1, SerialA);
        (await both.Channel.QueryAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Waiting("NOTPAY"));
        both.Says(Query, Trade, A1);
        (await both.Channel.QueryAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Unknown("the answer's signature: Wrong"));

        both.Host.Headers[^1]["Wechatpay-Serial"].ShouldBe(WeChatPayVectors.PublicKeyId);
    }

    [Fact]
    public async Task A_public_key_alone_fetches_nothing()
    {
        await using var alone = await WeChatPayTalk.StartAsync();
        alone.Says(Query, Trade, A1, SerialA);

        (await alone.Channel.QueryAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Unknown("the answer's signature: SerialUnknown"));

        alone.Targets.ShouldHaveSingleItem().ShouldEndWith(Query);
    }

    [Fact]
    public async Task Many_at_once_cause_one_fetch()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => QueryAsync()));

        outcomes.ShouldAllBe(static o => o is Waiting);
        Fetches.ShouldBe(1);
    }

    private static string Serial(string name)
        => WeChatPayVectors.Keys.GetProperty($"platform_certificate_{name}").Text("serial_no");

    private static string HandedOut(params string[] names)
        => $$"""
            {"data":[{{string.Join(',', names.Select(static name => $$"""
            {"serial_no":"{{Serial(name)}}","encrypt_certificate":{{Signed.Resource(
                WeChatPayVectors.Keys.GetProperty($"platform_certificate_{name}")
                    .Text("certificate_pem"),
                "certificate", "certificate")}}}
            """))}}]}
            """;

    private void HandsOut(params string[] names)
        => talk.Says(
            Path, HandedOut(names), names[^1] == "b" ? B : A1, Serial(names[^1]));

    private Task<ChannelOutcome> QueryAsync()
        => talk.Channel.QueryAsync(A.Trade, CancellationToken.None);

    private async Task<NotificationReading> ReadAsync(string body, RSA key, string serial)
        => await talk.Channel.ReadAsync(
            Notice.Raw(
                body, Signed.Headers(body, talk.Bench.Time.GetUtcNow(), key, serial)),
            CancellationToken.None);
}
