using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>A request made by hand: signed and encoded without the simulator's code.</summary>
internal sealed class Call(HttpClient client)
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    public Call With(string name, string value)
    {
        values[name] = value;
        return this;
    }

    public Call With(IEnumerable<KeyValuePair<string, string>> fields)
    {
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return this;
    }

    public Call Without(string name)
    {
        values.Remove(name);
        return this;
    }

    /// <summary>Signs what is not signed yet, and posts it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path = "/", string? fault = null)
    {
        Sign();
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(
            Text(), Encoding.ASCII, "application/x-www-form-urlencoded");
        if (fault is not null)
        {
            request.Headers.Add(Fault.Header, fault);
        }

        return await client.SendAsync(request);
    }

    /// <summary>The same as an address that a browser visits.</summary>
    public async Task<HttpResponseMessage> VisitAsync()
    {
        Sign();
        return await client.GetAsync($"/?{Text()}");
    }

    public async Task<Heard> AskAsync(string path = "/", string? fault = null)
    {
        using var response = await SendAsync(path, fault);
        return Heard.Of(await response.Content.ReadAsStringAsync());
    }

    public static string Signature(
        IEnumerable<KeyValuePair<string, string>> fields, params string[] leftOut)
    {
        var text = string.Join('&', fields
            .Where(f => f.Value.Length > 0 && !leftOut.Contains(f.Key))
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        return Md5($"{text}&{Md5(IPayNowVectors.Key)}");
    }

    private void Sign()
    {
        if (!values.ContainsKey("mhtSignature"))
        {
            values["mhtSignature"] = Signature(values, LeftOut());
        }
    }

    private string[] LeftOut()
        => values.GetValueOrDefault("funcode") switch
        {
            "R001" or "R002" or "Q001" or "Q002" => ["signType"],
            _ when values.GetValueOrDefault("version", "").Length > 0 => [],
            "WP001" or "T001" => ["funcode", "deviceType", "mhtSignType"],
            _ => ["mhtSignType"],
        };

    private string Text()
        => string.Join('&', values.Select(static v
            => $"{v.Key}={Uri.EscapeDataString(v.Value)}"));

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    private static string Md5(string text)
        => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
