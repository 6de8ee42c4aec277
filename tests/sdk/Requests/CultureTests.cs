using System.Globalization;

namespace PayFunctions.Tests.Sdk.Requests;

public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void A_url_is_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var request = A.Request();
        request.TotalFee = 100;

        request.GetUrl().ShouldBe(Vectors
            .Case("pay_urls.json", "only what is required")["url"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void A_notification_is_sorted_and_read_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var golden = Vectors.Case(
            "notifications.json", "mixed case and underscores sort by code point");

        var verification = PayResponse.Verify(
            System.Text.Encoding.ASCII.GetBytes(golden["form"]!.GetValue<string>()),
            "app_1",
            A.GatewayKeys,
            Vectors.Noon);

        verification.Verdict.ShouldBe(PayVerdict.Genuine);
        verification.Response!.NotifyTime.ShouldBe(Vectors.Noon);
        verification.Response.TotalFee.ShouldBe(100);
    }
}
