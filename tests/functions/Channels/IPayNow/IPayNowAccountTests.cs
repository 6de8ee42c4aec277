using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.IPayNow;

public sealed class IPayNowAccountTests
{
    private static readonly string[] Known = [.. IPayNowSettings.All.Select(static s => s.Name)];

    [Fact]
    public void Profile_a_needs_three_things_and_has_the_documents_defaults()
    {
        var account = Open(new() { ["app_id"] = "1400000000000001", ["profile"] = "a" });

        account.Gateway.AbsoluteUri.ShouldBe("https://api.ipaynow.cn/");
        account.QueryFuncode.ShouldBe("MQ002");
        account.PageDevice.ShouldBe("02");
        account.PageChannel.ShouldBeNull();
        account.PageByLink.ShouldBeFalse();
        account.RefundDevice.ShouldBe("06");
        account.RefundRepeats.ShouldBeFalse();
        account.Cancels.ShouldBeFalse();
    }

    [Fact]
    public void Profile_b_has_the_documents_defaults()
    {
        var account = Open(new()
        {
            ["app_id"] = "1400000000000001",
            ["profile"] = "b",
            ["qr_channel_type"] = "13",
        });

        account.Version.ShouldBe("1.0.0");
        account.Gateway.AbsoluteUri.ShouldBe("https://pay.ipaynow.cn/");
        account.RefundGateway.AbsoluteUri.ShouldBe(
            "https://pay.ipaynow.cn/refund/refundOrder");
        account.RefundQueryGateway.AbsoluteUri.ShouldBe(
            "https://pay.ipaynow.cn/refund/refundQuery");
        account.PageDevice.ShouldBe("0601");
        account.PageOutput.ShouldBe("1");
        account.PageByLink.ShouldBeTrue();
        account.QrOutput.ShouldBe("1");
        account.LimitPay.ShouldBeNull();
        account.RefundVersion.ShouldBeFalse();
        account.RefundAbsentWhenFailed.ShouldBeTrue();
        account.Cancels.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void A_test_account_speaks_to_ipaynows_test_hosts(string profile)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = "1",
            ["profile"] = profile,
            ["page_channel_type"] = "12",
        };
        var account = IPayNowAccountRules.Open(IPayNowBench.Material(
            settings, new() { ["app_key"] = "k" }, AccountEnvironment.Test))
            .Account.ShouldNotBeNull();

        account.Gateway.AbsoluteUri.ShouldBe("https://dby.ipaynow.cn/api/payment/");
        account.RefundGateway.AbsoluteUri.ShouldBe(
            "https://dby.ipaynow.cn/refund_access/refundOrder");
        account.RefundQueryGateway.AbsoluteUri.ShouldBe(
            "https://dby.ipaynow.cn/refund_access/refundQuery");
    }

    [Theory]
    [InlineData("b", "app_id", "", "app_id must be 1 to 40 letters and digits.")]
    [InlineData("b", "app_id", "14 00", "app_id must be 1 to 40 letters and digits.")]
    [InlineData("b", "app_id", "140000000000000114000000000000011400000000",
        "app_id must be 1 to 40 letters and digits.")]
    [InlineData("b", "profile", "",
        "profile must be a (messages without version) or b (version 1.0.x).")]
    [InlineData("b", "profile", "B",
        "profile must be a (messages without version) or b (version 1.0.x).")]
    [InlineData("b", "version", "1.0", "version must be 1.0.0 to 1.0.9.")]
    [InlineData("b", "version", "1.0.١", "version must be 1.0.0 to 1.0.9.")]
    [InlineData("a", "version", "1.0.0", "version is only for profile b: leave it out.")]
    [InlineData("a", "qr_channel_type", "13",
        "qr_channel_type is only for profile b: leave it out.")]
    [InlineData("b", "page_link", "yes", "page_link is only for profile a: leave it out.")]
    [InlineData("b", "query_funcode", "MQ001",
        "query_funcode is only for profile a: leave it out.")]
    [InlineData("a", "query_funcode", "MQ003", "query_funcode must be MQ001 or MQ002.")]
    [InlineData("a", "page_device_type", "0601",
        "page_device_type must be 02 or 06 in this profile.")]
    [InlineData("b", "page_device_type", "02",
        "page_device_type must be 04 or 0601 in this profile.")]
    [InlineData("b", "page_device_type", "20",
        "page_device_type must be 02 or 06 in profile a, 04 or 0601 in profile b.")]
    [InlineData("b", "page_channel_type", "1",
        "page_channel_type must be a payChannelType, 2 to 4 digits.")]
    [InlineData("b", "page_channel_type", "alipay",
        "page_channel_type must be a payChannelType, 2 to 4 digits.")]
    [InlineData("b", "page_output_type", "4", "page_output_type must be 0, 1, 2 or 3.")]
    [InlineData("b", "qr_output_type", "2", "qr_output_type must be 0 or 1.")]
    [InlineData("b", "limit_pay", "2", "limit_pay must be 0, 1 or no_credit.")]
    [InlineData("b", "refund_version", "1.0.0", "refund_version must be yes or no.")]
    [InlineData("b", "refund_absent", "always", "refund_absent must be failed or never.")]
    [InlineData("b", "cancel_funcode", "R003", "cancel_funcode must be R002 or none.")]
    [InlineData("b", "trade_number", "x",
        "trade_number must be nowPayOrderNo or mhtOrderNo.")]
    [InlineData("b", "order_absent_text", " ", "order_absent_text must be 1 to 100 "
        + "characters of what ipaynow writes when it has no such order.")]
    [InlineData("b", "gateway", "https://x.example",
        "gateway is no setting of an ipaynow account.")]
    [InlineData("a", "page_link", "yes", "page_channel_type must be given where page_link is "
        + "yes: ipaynow's own cashier is no link.")]
    public void Every_fault_is_named_in_a_sentence(
        string profile, string name, string value, string fault)
        => Faults(IPayNowBench.Material(
            profile == "a" ? IPayNowProfile.A : IPayNowProfile.B, null, (name, value)))
            .ShouldBe([fault]);

    [Theory]
    [InlineData("ftp://x.example/")]
    [InlineData("http://pay.ipaynow.cn/")]
    [InlineData("https://x.example/?a=1")]
    [InlineData("https://x.example/#a")]
    [InlineData("https://user:secret@x.example/")]
    [InlineData("/pay")]
    public void An_address_must_be_https_without_anything_behind(string address)
    {
        foreach (var name in (string[])["gateway_uri", "refund_uri", "refund_query_uri"])
        {
            Faults(IPayNowBench.Material(IPayNowProfile.B, null, (name, address))).ShouldBe(
                [$"{name} must be an https address without query (http only for loopback)."]);
        }
    }

    [Fact]
    public void Profile_b_needs_a_way_to_pay()
        => Faults(IPayNowBench.Material(
            IPayNowProfile.B, null, ("page_channel_type", ""), ("qr_channel_type", ""),
            ("barcode_channel_type", "")))
            .Single().ShouldStartWith("At least one of page_channel_type, qr_channel_type and");

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("schlüssel")]
    public void The_key_must_be_visible_characters_and_is_never_said(string key)
    {
        var fault = Faults(IPayNowBench.Material(
            new() { ["app_id"] = "1", ["profile"] = "a" }, new() { ["app_key"] = key })).Single();

        fault.ShouldBe("app_key must be the application's key: 1 to 128 visible characters of "
            + "ASCII.");
    }

    [Fact]
    public void A_missing_key_and_an_unknown_secret_are_named()
        => Faults(IPayNowBench.Material(
            new() { ["app_id"] = "1", ["profile"] = "a" }, new() { ["key"] = "k" })).ShouldBe(
            [
                "key is no secret of an ipaynow account.",
                "app_key must be the application's key: 1 to 128 visible characters of ASCII.",
            ]);

    [Fact]
    public void Every_fault_is_told_at_once()
        => Faults(IPayNowBench.Material(
            new() { ["version"] = "2", ["gateway_uri"] = "x" }, [])).Count.ShouldBe(5);

    [Fact]
    public void Every_setting_is_documented_where_it_is_read_and_on_the_channels_page()
    {
        var source = File.ReadAllText(RepositoryRoot.Of(
            "functions", "Channels", "IPayNow", "IPayNowAccountRules.cs"));
        var page = File.ReadAllText(RepositoryRoot.Of("docs", "channels", "ipaynow.md"));

        Known.Where(name => !source.Contains($"<c>{name}</c>", StringComparison.Ordinal))
            .ShouldBeEmpty();
        Known.Append("app_key").Where(
            name => !page.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void An_account_has_no_text_that_says_its_key()
    {
        static string? TextOf(object value) => value.ToString();
        using var bench = new IPayNowBench(IPayNowProfile.B, null);

        TextOf(bench.Account).ShouldBe(typeof(IPayNowAccount).FullName);
    }

    [Fact]
    public void The_products_have_names_for_payers()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, null);

        bench.Channel.Products.Select(static p => (p.Name, p.Kind)).ShouldBe(
        [
            ("ipaynow_page", ProductKind.Page),
            ("ipaynow_qr", ProductKind.Code),
            ("ipaynow_barcode", ProductKind.Barcode),
        ]);
        bench.Channel.Products.ShouldAllBe(
            static p => p.Chinese.Length > 0 && p.English.Length > 0);
        bench.Channel.Name.ShouldBe("ipaynow");
    }

    private static IPayNowAccount Open(Dictionary<string, string> settings)
        => IPayNowAccountRules.Open(
            IPayNowBench.Material(settings, new() { ["app_key"] = "k" }))
            .Account.ShouldNotBeNull();

    private static IReadOnlyList<string> Faults(AccountMaterial material)
    {
        var opening = IPayNowAccountRules.Open(material);
        (opening.Account is null).ShouldBe(opening.Faults.Count > 0);
        return opening.Faults;
    }
}
