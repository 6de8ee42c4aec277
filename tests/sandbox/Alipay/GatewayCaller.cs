using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>
/// The application's side of the wire, written for these tests from the signing rule and checked
/// against the golden vectors.
/// </summary>
internal sealed class GatewayCaller(HttpClient client, Encoding encoding, string charset)
{
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal)
    {
        ["app_id"] = AlipayVectors.AppId,
        ["charset"] = charset,
        ["format"] = "JSON",
        ["sign_type"] = "RSA2",
        ["timestamp"] = "2026-01-02 03:04:05",
        ["version"] = "1.0",
    };

    public GatewayCaller With(string name, string value)
    {
        Values[name] = value;
        return this;
    }

    public GatewayCaller Without(string name)
    {
        Values.Remove(name);
        return this;
    }

    /// <summary>
    /// Signs what there is, then sends all in the query, or biz_content in the body.
    /// </summary>
    /// <param name="post">Whether it is a POST.</param>
    /// <param name="fault">A fault for this request alone.</param>
    public async Task<HttpResponseMessage> SendAsync(bool post = true, string? fault = null)
    {
        if (!Values.ContainsKey("sign"))
        {
            Values["sign"] = Sign();
        }

        var inBody = Values.Where(v => post && v.Key == "biz_content").ToList();
        var query = Join(Values.Except(inBody));
        using var request = new HttpRequestMessage(
            post ? HttpMethod.Post : HttpMethod.Get, $"/gateway.do?{query}");
        request.Content = post ? Form(Join(inBody)) : null;
        if (fault is not null)
        {
            request.Headers.Add(Fault.Header, fault);
        }

        return await client.SendAsync(request);
    }

    public static StringContent Form(string body)
    {
        var content = new StringContent(body, Encoding.ASCII);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return content;
    }

    private string Join(IEnumerable<KeyValuePair<string, string>> values)
        => string.Join('&', values.Select(v => $"{v.Key}={Escape(v.Value)}"));

    private string Escape(string value)
        => string.Concat(encoding.GetBytes(value).Select(b => $"%{b:X2}"));

    private string Sign()
    {
        using var key = RSA.Create();
        key.ImportRSAPrivateKey(
            Convert.FromBase64String(AlipayVectors.ApplicationPrivateKey), out _);
        var text = string.Join('&', Values
            .OrderBy(static v => v.Key, StringComparer.Ordinal)
            .Select(static v => $"{v.Key}={v.Value}"));
        return Convert.ToBase64String(key.SignData(
            encoding.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
