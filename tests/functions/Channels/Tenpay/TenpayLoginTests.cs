using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>The wallet tells who its user is, and everything that can be done to that.</summary>
public sealed class TenpayLoginTests : IDisposable
{
    private static readonly Notice Opening = new()
    {
        Account = TenpayBench.Open,
        Key = TenpayVectors.OpenKey,
        Fields =
        [
            new("appid", TenpayBench.AppId),
            new("input_charset", "UTF-8"),
            new("request_token", "R-1"),
            new("sign_key_index", "1"),
            new("sign_type", "MD5"),
            new("token", "T-1"),
            new("user_id", "10001"),
        ],
    };

    private readonly TenpayBench bench = new();

    public static TheoryData<string> Fields => [.. Opening.Fields.Select(static f => f.Key)];

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task An_opening_by_get_or_by_post_tells_the_user_and_the_session()
    {
        foreach (var raw in (RawNotification[])[Opening.Get(), Opening.Post()])
        {
            var login = await GenuineAsync(raw);

            (login.UserId, login.Token, login.RequestToken).ShouldBe(("10001", "T-1", "R-1"));
        }
    }

    [Fact]
    public async Task The_same_message_has_the_same_digest_however_it_is_written()
    {
        var signed = Opening.Signed();
        string[] ways =
        [
            Said.Form(signed),
            Said.Form(signed.AsEnumerable().Reverse()),
            Said.Form([.. signed, new("attach", "")]),
            Said.Form(signed.Select(static f => f.Key == "sign"
                ? new(f.Key, f.Value.ToLowerInvariant())
                : f)),
            Said.Form(signed).Replace("10001", "%31000%31", StringComparison.Ordinal),
        ];

        var digests = new List<string?>();
        foreach (var way in ways)
        {
            digests.Add((await GenuineAsync(Opening.Raw(way))).Digest);
        }

        digests.Distinct().ShouldHaveSingleItem().ShouldNotBeNull().Length.ShouldBe(64);
        (await GenuineAsync(Opening.With("token", "T-2").Get())).Digest
            .ShouldNotBe(digests[0]);
    }

    [Fact]
    public async Task Text_in_gbk_is_read_as_it_was_signed()
    {
        var encoding = Said.Gbk;
        var opening = Opening.With("input_charset", "GBK").With("user_id", "张三") with
        {
            Encoding = encoding,
        };

        (await GenuineAsync(opening.Raw(Said.Form(opening.Signed(), encoding)))).UserId
            .ShouldBe("张三");
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task What_was_altered_removed_or_added_after_signing_is_refused(string field)
    {
        var signed = Opening.Signed();
        foreach (var form in (string[])
        [
            Said.Form(signed.Select(f => f.Key == field ? new(f.Key, f.Value + "1") : f)),
            Said.Form(signed.Where(f => f.Key != field)),
            Said.Form([.. signed, new(field + "_2", "1")]),
        ])
        {
            (await RefusalAsync(Opening.Raw(form))).ShouldBeOneOf(
                NotificationRefusal.SignatureWrong, NotificationRefusal.CharsetUnexpected,
                NotificationRefusal.SignTypeUnexpected);
        }

        (await RefusalAsync(Opening.Raw($"{Said.Form(signed)}&{field}=1")))
            .ShouldBe(NotificationRefusal.FieldDuplicated);
    }

    [Fact]
    public async Task Without_a_signature_or_with_a_strangers_nobody_is_let_in()
    {
        (await RefusalAsync(Opening.Raw(Said.Form(Opening.Fields))))
            .ShouldBe(NotificationRefusal.SignatureMissing);
        (await RefusalAsync((Opening with { Key = TenpayVectors.GatewayKey }).Get()))
            .ShouldBe(NotificationRefusal.SignatureWrong);
        (await RefusalAsync(Opening.Post("text/plain")))
            .ShouldBe(NotificationRefusal.ContentTypeUnexpected);
        (await RefusalAsync((Opening with { Account = "nobody" }).Get()))
            .ShouldBe(NotificationRefusal.AccountUnknown);
        (await RefusalAsync((Opening with { Account = TenpayBench.Gateway }).Get()))
            .ShouldBe(NotificationRefusal.InterfaceUnsupported);
        (await RefusalAsync(Opening.With("appid", "0000000098").Get()))
            .ShouldBe(NotificationRefusal.AppIdDiffers);
    }

    [Theory]
    [InlineData("user_id", "")]
    [InlineData("user_id", "a\nb")]
    [InlineData("user_id", "12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("token", "")]
    [InlineData("token", "a\u0000b")]
    [InlineData("request_token", "\r\nLocation: https://evil.example")]
    public async Task A_field_that_cannot_be_used_is_refused_although_it_is_signed(
        string field, string value)
        => (await RefusalAsync(Opening.With(field, value).Get()))
            .ShouldBe(NotificationRefusal.FieldInvalid);

    [Fact]
    public async Task A_payments_notification_lets_nobody_in()
        => (await RefusalAsync(Notice.IdOnly.Get())).ShouldBe(NotificationRefusal.FieldInvalid);

    [Fact]
    public async Task Without_a_token_it_is_taken_where_the_operator_says_so_and_has_no_digest()
    {
        var old = Opening.Without("token", "request_token", "appid").Get();

        var refused = await RefusalAsync(old);
        bench.Change(TenpayBench.Open, ("login_without_token", "true"));
        var login = await GenuineAsync(old);

        refused.ShouldBe(NotificationRefusal.FieldInvalid);
        (login.UserId, login.Token, login.Digest).ShouldBe(("10001", null, null));
    }

    private async Task<GenuineLogin> GenuineAsync(RawNotification raw)
        => (await bench.Channel.ReadLoginAsync(raw, default)).ShouldBeOfType<GenuineLogin>();

    private async Task<NotificationRefusal> RefusalAsync(RawNotification raw)
        => (await bench.Channel.ReadLoginAsync(raw, default))
            .ShouldBeOfType<LoginNotAccepted>().Why;
}
