using Azure.Data.Tables;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Where a connection string leads.</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/orders")]
    [InlineData(
        "AccountName=shop;AccountKey=c2VjcmV0",
        "https://shop.table.core.windows.net/orders")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=c2VjcmV0==;"
        + "EndpointSuffix=core.chinacloudapi.cn;",
        "https://shop.table.core.chinacloudapi.cn/orders")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=shop;AccountKey=c2VjcmV0;"
        + "BlobEndpoint=http://127.0.0.1:1/shop;TableEndpoint=http://127.0.0.1:3/shop;",
        "http://127.0.0.1:3/shop/orders")]
    public void An_account_has_its_address(string text, string address)
    {
        var table = new TableClient(text.Replace("==;", ";", StringComparison.Ordinal), "orders");

        table.Uri.ShouldBe(new Uri(address));
    }

    [Fact]
    public void The_account_is_named()
    {
        var service = new TableServiceClient("accountname=shop;accountkey=c2VjcmV0");

        service.AccountName.ShouldBe("shop");
    }

    [Theory]
    [InlineData("AccountName=shop", typeof(InvalidOperationException))]
    [InlineData("UseDevelopmentStorage=false", typeof(InvalidOperationException))]
    [InlineData("c2VjcmV0", typeof(FormatException))]
    [InlineData("AccountName=a;AccountName=b;AccountKey=c2VjcmV0", typeof(FormatException))]
    [InlineData("AccountName=shop;AccountKey=c2VjcmV0!", typeof(FormatException))]
    [InlineData("", typeof(ArgumentException))]
    public void What_makes_no_account_is_refused_without_the_key(string text, Type type)
    {
        var failure = Record.Exception(() => new TableServiceClient(text));

        failure.ShouldBeOfType(type);
        failure.Message.ShouldNotContain("c2VjcmV0");
    }
}
