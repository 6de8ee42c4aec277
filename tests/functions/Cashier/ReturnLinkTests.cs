using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Cashier;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The signed way back to the merchant.</summary>
public sealed class ReturnLinkTests : IDisposable
{
    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Its_signature_covers_exactly_our_parameters()
    {
        var link = await LinkAsync("https://shop.example/done?basket=7&note=a%20b");

        var fields = QueryHelpers.ParseQuery(new Uri(link).Query);
        var order = An.PaidOrder();
        var seconds = bench.Clock.GetUtcNow().ToUnixTimeSeconds();
        var signed = "app_id=shop&charset=utf-8&fee_type=CNY&key_id=gateway-1&order_version="
            + $"{order.Version}&out_trade_no=A-1&timestamp={seconds}&total_fee=100"
            + $"&trade_state=SUCCESS&transaction_id={order.Id}&version=1.0";
        TestKeys.Key.VerifyData(
            Encoding.UTF8.GetBytes(signed), Convert.FromBase64String(fields["sign"].ToString()),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        fields["sign_type"].ToString().ShouldBe("RSA2");
        fields.Count.ShouldBe(15);
    }

    [Theory]
    [InlineData("https://shop.example/done", "https://shop.example/done?app_id=")]
    [InlineData("https://shop.example/done?", "https://shop.example/done?app_id=")]
    [InlineData("https://shop.example/d?a=%E8%8C%B6", "https://shop.example/d?a=%E8%8C%B6&app_id=")]
    [InlineData("https://shop.example/d?a=1&", "https://shop.example/d?a=1&app_id=")]
    public async Task The_merchants_own_query_is_kept(string returnUrl, string start)
    {
        var link = await LinkAsync(returnUrl);

        link.ShouldStartWith(start);
    }

    [Fact]
    public async Task The_fragment_stays_at_the_end()
    {
        var link = await LinkAsync("https://shop.example/#/done");

        link.ShouldStartWith("https://shop.example/?app_id=shop&");
        link.ShouldEndWith("#/done");
    }

    private async Task<string> LinkAsync(string returnUrl)
    {
        var order = An.PaidOrder();
        var link = await bench.Services.GetRequiredService<ReturnLink>().OfAsync(
            order with { Terms = order.Terms with { ReturnUrl = returnUrl } }, default);
        return link.ShouldNotBeNull();
    }
}
