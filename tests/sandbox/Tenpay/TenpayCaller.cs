using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Tenpay;

/// <summary>
/// A merchant's side of the wire, written for these tests from the signing rule and checked against
/// the golden vectors.
/// </summary>
internal sealed class TenpayCaller(HttpClient client, string path, string key)
{
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public Encoding Encoding { get; set; } = Encoding.UTF8;

    public TenpayCaller With(string name, string value)
    {
        Values[name] = value;
        return this;
    }

    public TenpayCaller With(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values)
        {
            Values[name] = value;
        }

        return this;
    }

    public TenpayCaller Without(string name)
    {
        Values.Remove(name);
        return this;
    }

    public TenpayCaller InGbk()
    {
        Encoding = Charset.Gbk;
        return With("input_charset", "GBK");
    }

    /// <summary>Signs what there is and sends it, in the body or in the query.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        bool post = true, string? fault = null, string? referer = null)
    {
        var text = Form();
        using var request = post
            ? new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent(
                    text, Encoding.ASCII, "application/x-www-form-urlencoded"),
            }
            : new HttpRequestMessage(HttpMethod.Get, $"{path}?{text}");
        if (fault is not null)
        {
            request.Headers.Add(Fault.Header, fault);
        }

        if (referer is not null)
        {
            request.Headers.Referrer = new Uri(referer);
        }

        return await client.SendAsync(request);
    }

    public async Task<TenpayAnswer> AskAsync(bool post = true, string? fault = null)
    {
        using var response = await SendAsync(post, fault);
        return TenpayAnswer.Read(await response.Content.ReadAsByteArrayAsync(), key);
    }

    public string Form()
    {
        if (!Values.ContainsKey("sign"))
        {
            Values["sign"] = Sign(Values, key, Encoding);
        }

        return string.Join('&', Values.Select(
            v => $"{v.Key}={string.Concat(Encoding.GetBytes(v.Value).Select(b => $"%{b:X2}"))}"));
    }

    public static string Sign(
        IEnumerable<KeyValuePair<string, string>> values, string key, Encoding encoding)
        => Md5(encoding.GetBytes(string.Join('&', values
            .Where(static v => v.Value.Length > 0 && v.Key != "sign")
            .OrderBy(static v => v.Key, StringComparer.Ordinal)
            .Select(static v => $"{v.Key}={v.Value}")) + $"&key={key}"));

    /// <summary>An MD5 in upper case.</summary>
    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The simulated channel knows no other.")]
    public static string Md5(byte[] data) => Convert.ToHexString(MD5.HashData(data));
}
