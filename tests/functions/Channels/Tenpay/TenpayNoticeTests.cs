using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Notifications that are genuine, and what is made of them.</summary>
public sealed class TenpayNoticeTests : IAsyncLifetime
{
    private static readonly Genuine Success = new(
        A.Number,
        new Succeeded(
            Money.OfFen(1234), A.TradeNo,
            new DateTimeOffset(2024, 1, 2, 10, 12, 12, TimeSpan.FromHours(8))));

    private TenpayHost host = null!;
    private TenpayBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TenpayHost.StartAsync();
        bench = new TenpayBench(host.Address);
        Prove(Notice.Paid);
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_paid_trade_is_genuine_by_post_and_by_get()
    {
        (await ReadAsync(Notice.Paid.Post())).ShouldBe(Success);
        (await ReadAsync(Notice.Paid.Get())).ShouldBe(Success);
    }

    [Fact]
    public async Task Tenpay_is_asked_for_the_second_proof_by_the_notify_id_alone()
    {
        await ReadAsync(Notice.Paid.Post());

        var asked = host.All.ShouldHaveSingleItem();
        asked.Method.ShouldBe("POST");
        asked.Path.ShouldBe("/gateway/verifynotifyid.xml");
        asked.ContentType.ShouldBe("application/x-www-form-urlencoded;charset=UTF-8");
        var said = Said.Pairs(asked.Form);
        said.Keys.ShouldBe(
            ["input_charset", "notify_id", "partner", "sign_type", "sign"], ignoreOrder: true);
        said["notify_id"].ShouldBe(Notice.NotifyId);
        said["sign"].ShouldBe(Said.Sign(said, TenpayVectors.GatewayKey));
    }

    [Fact]
    public async Task The_open_platform_brings_nothing_but_the_id()
    {
        Prove(Open(Notice.Paid));

        (await ReadAsync(Notice.IdOnly.Post())).ShouldBe(Success);

        var asked = host.All.ShouldHaveSingleItem();
        asked.Method.ShouldBe("GET");
        Said.Pairs(asked.Form)["appid"].ShouldBe(TenpayBench.AppId);
    }

    [Fact]
    public async Task The_open_platform_may_bring_everything_too()
    {
        Prove(Open(Notice.Paid));

        (await ReadAsync(Open(Notice.Paid).Post())).ShouldBe(Success);
    }

    [Fact]
    public async Task A_mere_id_is_for_accounts_that_are_registered_so()
    {
        var idOnly = Notice.IdOnly.Without("appid").With("partner", TenpayBench.Partner) with
        {
            Account = TenpayBench.Gateway,
            Key = TenpayVectors.GatewayKey,
        };
        var refused = await ReadAsync(idOnly.Post());
        bench.Change(TenpayBench.Gateway, ("notify_id_only", "true"));
        bench.Change(TenpayBench.Open, ("notify_id_only", "false"));

        refused.ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
        (await ReadAsync(idOnly.Post())).ShouldBe(Success);
        (await ReadAsync(Notice.IdOnly.Post()))
            .ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
    }

    [Theory]
    [InlineData("out_trade_no")]
    [InlineData("total_fee")]
    [InlineData("trade_state")]
    [InlineData("trade_mode")]
    [InlineData("transaction_id")]
    [InlineData("time_end")]
    [InlineData("fee_type")]
    public async Task A_field_that_is_missing_comes_from_the_proof_where_that_may_be(string field)
    {
        Prove(Open(Notice.Paid));

        (await ReadAsync(Open(Notice.Paid).Without(field).Post())).ShouldBe(Success);
        (await ReadAsync(Notice.Paid.Without(field).Post()))
            .ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
    }

    [Fact]
    public async Task Chinese_text_in_GBK_verifies_in_its_own_bytes()
    {
        var gbk = Notice.Paid.With("attach", "龙井茶叶").With("input_charset", "GBK") with
        {
            Encoding = Said.Gbk,
        };
        var unnamed = gbk.Without("input_charset");

        (await ReadAsync(gbk.Post())).ShouldBe(Success);
        (await ReadAsync(gbk.Get())).ShouldBe(Success);
        (await ReadAsync(unnamed.Post())).ShouldBe(Success);
        (await ReadAsync(gbk.With("input_charset", "gbk").Post())).ShouldBe(Success);
        (await ReadAsync(Notice.Paid.With("input_charset", "utf-8").Post())).ShouldBe(Success);
    }

    [Fact]
    public async Task An_unknown_field_is_signed_like_any_other()
    {
        (await ReadAsync(Notice.Paid.With("zz_new", "9").With("Aa", "1").Post()))
            .ShouldBe(Success);
        (await ReadAsync(Notice.Paid.Raw(Notice.Paid.Form() + "&zz_new=9")))
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));
    }

    [Fact]
    public async Task Empty_fields_and_the_letters_of_the_signature_do_not_matter()
    {
        var form = Notice.Paid.Form();
        var sign = form[^32..];

        (await ReadAsync(Notice.Paid.Raw(form + "&pay_info="))).ShouldBe(Success);
        (await ReadAsync(Notice.Paid.Raw(form[..^32] + sign.ToLowerInvariant())))
            .ShouldBe(Success);
    }

    [Fact]
    public async Task A_trade_that_is_not_paid_is_nothing_for_us()
    {
        foreach (var state in (string[])["1", "2", "4", "5", "6", "7", "8", "9", "10"])
        {
            (await ReadAsync(Notice.Paid.With("trade_state", state).Post()))
                .ShouldBe(new Uninteresting($"trade_state {state}"));
        }

        host.All.ShouldBeEmpty();
        (await ReadAsync(Notice.Paid.With("trade_state", "3").Post()))
            .ShouldBe(new NotAccepted(NotificationRefusal.StatusUnknown));
    }

    [Fact]
    public async Task An_escrow_trade_is_refused()
        => (await ReadAsync(Notice.Paid.With("trade_mode", "2").Post()))
            .ShouldBe(new NotAccepted(NotificationRefusal.StatusUnknown));

    [Fact]
    public async Task The_open_platform_may_name_a_partner_that_is_registered()
    {
        var named = Open(Notice.Paid).Without("appid").With("partner", TenpayBench.Partner);
        Prove(named);

        var stranger = await ReadAsync(named.Post());
        bench.Change(TenpayBench.Open, ("partner", TenpayBench.Partner));

        stranger.ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
        (await ReadAsync(named.Post())).ShouldBe(Success);
    }

    [Fact]
    public void The_replies_are_Tenpays_words()
    {
        bench.Channel.Accept(new Uri("https://pay.example.com/x")).Body.ShouldBe("success");
        bench.Channel.Refuse(payerPage: null).Body.ShouldBe("fail");
    }

    private static Notice Open(Notice notice)
        => notice.Without("partner").With("appid", TenpayBench.AppId) with
        {
            Account = TenpayBench.Open,
            Key = TenpayVectors.OpenKey,
        };

    private void Prove(Notice notice)
        => host.Says("verifynotifyid", Said.Answer(notice.Proof(), notice.Key));

    private ValueTask<NotificationReading> ReadAsync(RawNotification raw)
        => bench.Channel.ReadAsync(raw, CancellationToken.None);
}
