using System.Net;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>A payer with a browser that follows no redirect by itself.</summary>
internal sealed class Payer(HttpClient client, Uri alipay)
{
    /// <summary>Opens the payment's URL; where the browser is sent, or null.</summary>
    public async Task<Uri?> OpenAsync(string payUrl)
    {
        using var response = await client.GetAsync(new Uri(payUrl));
        return response.StatusCode == HttpStatusCode.Redirect ? response.Headers.Location : null;
    }

    /// <summary>Goes to Alipay's page and pays there; Alipay notifies by itself.</summary>
    public async Task PayAsync(Uri page, string transactionId)
    {
        using var shown = await client.GetAsync(page);
        ((int)shown.StatusCode).ShouldBeInRange(200, 399);
        using var paid = await client.PostAsync(
            new Uri(alipay, $"control/trades/{ChannelNumber(transactionId)}/pay"), content: null);
        paid.StatusCode.ShouldBe(HttpStatusCode.OK, await paid.Content.ReadAsStringAsync());
    }

    /// <summary>The number of the order's first attempt at the channel.</summary>
    public static string ChannelNumber(string transactionId) => transactionId + "01";
}
