using System.Text;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Everything that can be done to a notification on its way, and why it is refused.
/// </summary>
public sealed class TenpayHostileNoticeTests : IAsyncLifetime
{
    private TenpayHost host = null!;
    private TenpayBench bench = null!;

    public static TheoryData<string> Fields
        => [.. Notice.Paid.Fields.Where(static f => f.Value.Length > 0).Select(static f => f.Key)];

    public async ValueTask InitializeAsync()
    {
        host = await TenpayHost.StartAsync();
        host.Says(
            "verifynotifyid", Said.Answer(Notice.Paid.Proof(), TenpayVectors.GatewayKey));
        bench = new TenpayBench(host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        host.All.ShouldBeEmpty("nothing that is refused is asked about");
        bench.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_was_altered_after_signing_is_refused(string field)
    {
        var form = Said.Form([.. Notice.Paid.Signed().Select(f => f.Key == field
            ? new KeyValuePair<string, string>(f.Key, f.Value + "1")
            : f)]);

        (await RefusalAsync(form)).ShouldBe(field switch
        {
            "input_charset" => NotificationRefusal.CharsetUnexpected,
            "sign_type" => NotificationRefusal.SignTypeUnexpected,
            _ => NotificationRefusal.SignatureWrong,
        });
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_was_removed_or_emptied_after_signing_is_refused(string field)
    {
        var signed = Notice.Paid.Signed();

        foreach (var form in (string[])
        [
            Said.Form(signed.Where(f => f.Key != field)),
            Said.Form(signed.Select(f => f.Key == field ? new(f.Key, "") : f)),
        ])
        {
            (await RefusalAsync(form)).ShouldBe(NotificationRefusal.SignatureWrong);
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_comes_twice_is_refused(string field)
    {
        var form = Notice.Paid.Form();
        var pair = Said.Form([new(field, Notice.Paid[field])]);

        (await RefusalAsync($"{form}&{pair}")).ShouldBe(NotificationRefusal.FieldDuplicated);
        (await RefusalAsync($"{pair}&{form}")).ShouldBe(NotificationRefusal.FieldDuplicated);
    }

    [Theory]
    [InlineData("", "SignatureMissing")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", "SignatureWrong")]
    [InlineData("0123", "SignatureWrong")]
    [InlineData("ZZ23456789ABCDEF0123456789ABCDEF", "SignatureWrong")]
    public async Task Another_signature_is_refused(string sign, string why)
        => (await RefusalAsync(Notice.Paid.Form()[..^32] + sign)).ToString().ShouldBe(why);

    [Fact]
    public async Task A_signature_by_another_key_or_in_another_charset_is_refused()
    {
        var chinese = Notice.Paid.With("attach", "龙井");

        foreach (var form in (string[])
        [
            (Notice.Paid with { Key = TenpayVectors.OpenKey }).Form(),
            (Notice.Paid with { Key = "" }).Form(),
            Said.Form([.. chinese.Fields, new(
                "sign", Said.Sign(chinese.Fields, chinese.Key, Said.Gbk))]),
        ])
        {
            (await RefusalAsync(form)).ShouldBe(NotificationRefusal.SignatureWrong);
        }
    }

    [Fact]
    public async Task The_letters_of_GBK_are_no_text_in_the_charset_that_is_named()
    {
        var form = (Notice.Paid.With("attach", "龙井") with { Encoding = Said.Gbk }).Form();

        (await RefusalAsync(form)).ShouldBe(NotificationRefusal.Malformed);
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("gb2312")]
    [InlineData("utf8")]
    [InlineData("ISO-8859-1")]
    public async Task A_charset_that_Tenpay_does_not_have_is_refused(string charset)
        => (await RefusalAsync(Notice.Paid.With("input_charset", charset).Form()))
            .ShouldBe(NotificationRefusal.CharsetUnexpected);

    [Theory]
    [InlineData("RSA")]
    [InlineData("md5")]
    public async Task Another_algorithm_is_refused_however_well_it_is_signed(string type)
        => (await RefusalAsync(Notice.Paid.With("sign_type", type).Form()))
            .ShouldBe(NotificationRefusal.SignTypeUnexpected);

    [Theory]
    [InlineData("")]
    [InlineData("=1")]
    [InlineData("partner")]
    [InlineData("&")]
    [InlineData("{\"partner\":1}")]
    [InlineData("attach=%zz")]
    [InlineData("attach=%2")]
    [InlineData("attach=a b")]
    public async Task What_is_no_form_is_refused(string form)
        => (await RefusalAsync(form)).ShouldBe(NotificationRefusal.Malformed);

    [Fact]
    public async Task Every_truncation_is_refused()
    {
        var form = Notice.Paid.Form();
        for (var length = 0; length < form.Length; length++)
        {
            (await ReadAsync(Notice.Paid.Raw(form[..length]))).ShouldBeOfType<NotAccepted>();
        }
    }

    [Fact]
    public async Task What_is_too_large_is_refused_unread()
        => (await RefusalAsync(Notice.Paid.Form() + "&n=" + new string('n', 64 * 1024)))
            .ShouldBe(NotificationRefusal.BodyTooLarge);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/xml")]
    [InlineData("application/json")]
    public async Task A_post_of_another_type_is_refused(string? type)
        => (await ReadAsync(Notice.Paid.Post(type)))
            .ShouldBe(new NotAccepted(NotificationRefusal.ContentTypeUnexpected));

    [Fact]
    public async Task Another_merchant_s_notification_is_refused()
    {
        (await RefusalAsync(Notice.Paid.With("partner", "1900009998").Form()))
            .ShouldBe(NotificationRefusal.SellerDiffers);
        (await RefusalAsync(Notice.Paid.Without("partner").Form()))
            .ShouldBe(NotificationRefusal.SellerDiffers);
        (await ReadAsync(Notice.IdOnly.With("appid", "0000000098").Post()))
            .ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
    }

    [Fact]
    public async Task An_account_that_is_gone_is_refused()
        => (await ReadAsync((Notice.Paid with { Account = "gone" }).Post()))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));

    [Theory]
    [InlineData("out_trade_no", "T1", "OrderNumberUnknown")]
    [InlineData("total_fee", "12.00", "FieldInvalid")]
    [InlineData("total_fee", "-1", "FieldInvalid")]
    [InlineData("total_fee", "012", "FieldInvalid")]
    [InlineData("total_fee", "99999999999", "FieldInvalid")]
    [InlineData("discount", "x", "FieldInvalid")]
    [InlineData("discount", "9999999999", "FieldInvalid")]
    [InlineData("fee_type", "2", "FieldInvalid")]
    [InlineData("transaction_id", "12 34", "FieldInvalid")]
    [InlineData("transaction_id", "12345678901234567890123456789", "FieldInvalid")]
    [InlineData("time_end", "20240102251112", "FieldInvalid")]
    [InlineData("time_end", "2024-01-02", "FieldInvalid")]
    [InlineData("notify_id", "", "FieldInvalid")]
    [InlineData("notify_id", "a b", "FieldInvalid")]
    [InlineData("trade_state", "11", "StatusUnknown")]
    public async Task A_genuine_signature_does_not_make_a_field_right(
        string field, string value, string why)
        => (await RefusalAsync(Notice.Paid.With(field, value).Form())).ToString()
            .ShouldBe(why);

    [Fact]
    public async Task A_notify_id_has_at_most_128_characters()
        => (await RefusalAsync(Notice.Paid.With("notify_id", new string('a', 129)).Form()))
            .ShouldBe(NotificationRefusal.FieldInvalid);

    [Fact]
    public async Task More_than_128_fields_are_refused()
    {
        var form = new StringBuilder(Notice.Paid.Form());
        for (var i = 0; i < 128; i++)
        {
            form.Append(System.Globalization.CultureInfo.InvariantCulture, $"&n{i}=1");
        }

        (await RefusalAsync(form.ToString())).ShouldBe(NotificationRefusal.Malformed);
    }

    private async Task<NotificationRefusal> RefusalAsync(string form)
        => (await ReadAsync(Notice.Paid.Raw(form))).ShouldBeOfType<NotAccepted>().Why;

    private ValueTask<NotificationReading> ReadAsync(RawNotification raw)
        => bench.Channel.ReadAsync(raw, CancellationToken.None);
}
