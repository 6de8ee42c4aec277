using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// A merchant's call, signed by code of its own: what is signed and what is sent can be set apart.
/// </summary>
internal sealed record MerchantRequest(string Method, string Target)
{
    public TestMerchant By { get; init; } = TestMerchant.Shop;

    public string? AppId { get; init; }

    public string KeyId { get; init; } = TestMerchant.KeyId;

    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    /// <summary>Whether Content-Length is sent.</summary>
    public bool HasLength { get; init; } = true;

    /// <summary>Unix seconds; null for the clock's.</summary>
    public string? Timestamp { get; init; }

    public string Nonce { get; init; } = "nonce-01";

    /// <summary>Null for the honest one.</summary>
    public string? Signature { get; init; }

    /// <summary>The header's values; null for the honest one.</summary>
    public string?[]? Authorization { get; init; }

    public static MerchantRequest Get(string target) => new("GET", target);

    public static MerchantRequest Post(string target, string? json = null)
        => new("POST", target)
        {
            Body = json is null ? [] : Encoding.UTF8.GetBytes(json),
            ContentType = json is null ? null : "application/json",
        };

    /// <summary>A creation with a body of that text.</summary>
    public static MerchantRequest Create(string json) => Post("/v1/payments", json);

    /// <summary>The honest header.</summary>
    public string Header(DateTimeOffset now)
    {
        var timestamp = Timestamp
            ?? now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed =
        [
            .. Encoding.UTF8.GetBytes(string.Join('\n', Method, Target, timestamp, Nonce, "")),
            .. Body,
            .. "\n"u8,
        ];
        return "PAYFN-SHA256-RSA2048 "
            + $"app_id=\"{AppId ?? By.AppId}\",key_id=\"{KeyId}\",timestamp=\"{timestamp}\","
            + $"nonce=\"{Nonce}\",signature=\"{Signature ?? By.Sign(signed)}\"";
    }

    /// <summary>The request as the server sees it.</summary>
    public HttpContext ToContext(IServiceProvider services, DateTimeOffset now)
    {
        var context = TestRequest.New(services, Method, Target, Body, ContentType, HasLength);
        context.Request.Headers.Authorization = Authorization ?? [Header(now)];
        return context;
    }
}
