using System.Text;
using System.Web;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>Pages of profile A: the payer's browser carries the order.</summary>
public sealed class IPayNowPageTests
{
    [Fact]
    public async Task The_browser_carries_a_signed_order_to_ipaynows_cashier()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);

        var handover = await OpenAsync(bench, An.PageRequest());

        handover.Action.AbsoluteUri.ShouldBe("https://api.ipaynow.cn/");
        var fields = handover.Fields.ToDictionary(StringComparer.Ordinal);
        fields.Remove("mhtSignature").ShouldBeTrue();
        fields.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["appId"] = IPayNowVectors.AppId,
            ["deviceType"] = "02",
            ["frontNotifyUrl"] = $"https://pay.example.com/return/ipaynow/{An.Id}",
            ["funcode"] = "WP001",
            ["mhtCharset"] = "UTF-8",
            ["mhtCurrencyType"] = "156",
            ["mhtOrderAmt"] = "1234",
            ["mhtOrderDetail"] = "测试商品",
            ["mhtOrderName"] = "测试商品",
            ["mhtOrderNo"] = An.Number.ToString(),
            ["mhtOrderStartTime"] = "20240102101112",
            ["mhtOrderTimeOut"] = "1800",
            ["mhtOrderType"] = "01",
            ["mhtSignType"] = "MD5",
            ["notifyUrl"] = "https://pay.example.com/notify/ipaynow/main",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_order_is_signed_without_function_device_and_algorithm()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);

        var handover = await OpenAsync(bench, An.PageRequest());

        var fields = handover.Fields.Where(static f => f.Key != "mhtSignature");
        handover.Fields[^1].ShouldBe(KeyValuePair.Create("mhtSignature", Said.Signature(
            fields, IPayNowVectors.Key, Encoding.UTF8, signsType: true,
            "funcode", "deviceType", "mhtSignType")));
    }

    [Fact]
    public async Task The_address_says_the_same_as_the_form()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);

        var handover = await OpenAsync(bench, An.PageRequest());

        var query = HttpUtility.ParseQueryString(handover.Url.Query, Encoding.UTF8);
        query.AllKeys.Select(key => KeyValuePair.Create(key!, query[key]!))
            .ShouldBe(handover.Fields);
    }

    [Theory]
    [InlineData("page_channel_type", "12", "payChannelType", "12")]
    [InlineData("page_channel_type", "1803", "payChannelType", "1803")]
    [InlineData("page_device_type", "06", "deviceType", "06")]
    public async Task A_setting_names_the_way_and_the_device(
        string setting, string value, string field, string sent)
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null, (setting, value));

        var handover = await OpenAsync(bench, An.PageRequest());

        handover.Fields.ShouldContain(KeyValuePair.Create(field, sent));
    }

    [Theory]
    [InlineData(1, "60")]
    [InlineData(60, "60")]
    [InlineData(61, "61")]
    [InlineData(3600, "3600")]
    [InlineData(3601, "3600")]
    [InlineData(1_000_000, "3600")]
    public async Task The_order_ends_at_ipaynow_too_within_its_bounds(int seconds, string sent)
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);
        var order = An.Order(lifetime: TimeSpan.FromSeconds(seconds));

        var handover = await OpenAsync(bench, An.PageRequest(order: order));

        handover.Fields.ShouldContain(KeyValuePair.Create("mhtOrderTimeOut", sent));
    }

    [Fact]
    public async Task The_time_left_is_counted_from_the_attempt_and_stays_when_it_is_reopened()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);
        var opened = TimeSpan.FromMinutes(10);

        var first = await OpenAsync(bench, An.PageRequest(openedAfter: opened));
        var again = await OpenAsync(bench, An.PageRequest(
            openedAfter: opened, askedAfter: TimeSpan.FromMinutes(5)));

        first.Fields.ShouldContain(KeyValuePair.Create("mhtOrderTimeOut", "1200"));
        first.Fields.ShouldContain(
            KeyValuePair.Create("mhtOrderStartTime", "20240102102112"));
        again.Fields.ShouldBe(first.Fields);
    }

    [Fact]
    public async Task A_subject_cannot_say_what_the_wire_says()
    {
        // Signed raw, this subject would make the order's signature one of a paid notification.
        using var bench = new IPayNowBench(IPayNowProfile.A, null);
        var order = An.Order(
            subject: "A&B=C", body: "x&funcode=N001&mhtCharset=UTF-8\n&tradeStatus=A001&z=");

        var handover = await OpenAsync(bench, An.PageRequest(order: order));

        handover.Fields.ShouldContain(KeyValuePair.Create("mhtOrderName", "A＆B＝C"));
        handover.Fields.ShouldContain(KeyValuePair.Create(
            "mhtOrderDetail", "x＆funcode＝N001＆mhtCharset＝UTF-8 ＆tradeStatus＝A001＆z＝"));
    }

    [Fact]
    public async Task Names_and_details_are_cut_where_ipaynow_cuts_and_never_within_a_character()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);
        var order = An.Order(
            subject: new string('名', 39) + "🍵🍵", body: new string('详', 201));

        var handover = await OpenAsync(bench, An.PageRequest(order: order));

        handover.Fields.ShouldContain(
            KeyValuePair.Create("mhtOrderName", new string('名', 39)));
        handover.Fields.ShouldContain(
            KeyValuePair.Create("mhtOrderDetail", new string('详', 200)));
    }

    [Theory]
    [InlineData(IPayNowProduct.Qr)]
    [InlineData(IPayNowProduct.Barcode)]
    public async Task Profile_a_refuses_every_other_product_in_a_sentence(string product)
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);

        var opening = await bench.Channel.OpenCodeAsync(
            An.PageRequest(product), CancellationToken.None);

        opening.ShouldBeOfType<PageRefused>().Reason.ShouldBe(
            $"{product} needs profile b; this account is of profile a: "
            + "register it with products ipaynow_page only.");
    }

    [Fact]
    public async Task An_account_that_is_not_there_opens_nothing()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, null);
        var request = An.PageRequest();
        request = request with { Attempt = request.Attempt with { Account = "other" } };

        (await bench.Channel.OpenPageAsync(request, CancellationToken.None))
            .ShouldBeOfType<PageUnknown>();
    }

    private static async Task<PageHandover> OpenAsync(IPayNowBench bench, PageRequest request)
        => (await bench.Channel.OpenPageAsync(request, CancellationToken.None))
            .ShouldBeOfType<PageReady>().Handover;
}
