using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>A merchant that signs its calls by the documented rule.</summary>
internal sealed class Merchant(HttpClient client, RSA key, Uri notifyUrl)
{
    /// <summary>Its application.</summary>
    public const string AppId = "shop-1";

    /// <summary>Its key.</summary>
    public const string KeyId = "shop-key-1";

    /// <summary>What every order of it costs, in fen.</summary>
    public const int TotalFee = 1234;

    /// <summary>Asks for a payment by Alipay's page.</summary>
    public Task<MerchantReply> CreateAsync(string outTradeNo)
        => SendAsync(HttpMethod.Post, "/v1/payments", new JsonObject
        {
            ["out_trade_no"] = outTradeNo,
            ["total_fee"] = TotalFee,
            ["subject"] = "茶 two boxes",
            ["attach"] = "shelf 7",
            ["notify_url"] = notifyUrl.AbsoluteUri,
            ["channel"] = "alipay_page",
        }.ToJsonString());

    /// <summary>The same as a URL that it signs and a payer opens.</summary>
    public string UrlOf(string outTradeNo)
        => new PayRequest(new PayOptions
        {
            AppId = AppId,
            KeyId = KeyId,
            Signer = SigningKey.FromPem(key.ExportPkcs8PrivateKeyPem()),
            Environment = PayEnvironment.Sandbox(client.BaseAddress!),
        })
        {
            OutTradeNo = outTradeNo,
            TotalFee = TotalFee,
            Subject = "茶 two boxes",
            NotifyUrl = notifyUrl.AbsoluteUri,
        }.SetParameter("channel", "alipay_page").GetUrl();

    /// <summary>Any call with a body.</summary>
    public Task<MerchantReply> PostAsync(string target, JsonObject body)
        => SendAsync(HttpMethod.Post, target, body.ToJsonString());

    /// <summary>Any question.</summary>
    public Task<MerchantReply> GetAsync(string target)
        => SendAsync(HttpMethod.Get, target, "");

    /// <summary>Gives a part of an order back.</summary>
    public Task<MerchantReply> RefundAsync(string outTradeNo, string outRequestNo, int fen)
        => SendAsync(HttpMethod.Post, "/v1/refunds", new JsonObject
        {
            ["out_trade_no"] = outTradeNo,
            ["out_request_no"] = outRequestNo,
            ["refund_fee"] = fen,
            ["reason"] = "一盒破了",
        }.ToJsonString());

    /// <summary>Asks how an order is.</summary>
    public Task<MerchantReply> QueryAsync(string transactionId)
        => SendAsync(HttpMethod.Get, $"/v1/payments/{transactionId}", "");

    /// <summary>Asks how the telling goes.</summary>
    public Task<MerchantReply> QueryNoticeAsync(string notifyId)
        => SendAsync(HttpMethod.Get, $"/v1/notifications/{notifyId}", "");

    private async Task<MerchantReply> SendAsync(HttpMethod method, string target, string body)
    {
        using var request = new HttpRequestMessage(method, target);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        request.Headers.TryAddWithoutValidation("Authorization", Sign(method, target, body));
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new MerchantReply((int)response.StatusCode, JsonNode.Parse(text)!.AsObject());
    }

    private string Sign(HttpMethod method, string target, string body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32);
        var text = $"{method}\n{target}\n{timestamp}\n{nonce}\n{body}\n";
        var signature = Convert.ToBase64String(key.SignData(
            Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return $"PAYFN-SHA256-RSA2048 app_id=\"{AppId}\",key_id=\"{KeyId}\","
            + $"timestamp=\"{timestamp}\",nonce=\"{nonce}\",signature=\"{signature}\"";
    }
}

/// <summary>What the gateway answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON.</param>
internal sealed record MerchantReply(int Status, JsonObject Body)
{
    /// <summary>A member as text; empty when there is none.</summary>
    public string this[string member] => Body[member]?.ToString() ?? "";
}
