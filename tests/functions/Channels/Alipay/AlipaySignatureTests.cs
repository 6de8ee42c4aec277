using System.Text;
using System.Text.Json;
using System.Web;
using PayFunctions.Channels.Alipay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipaySignatureTests
{
    public static TheoryData<string> Requests => AlipayVectors.Names(AlipayVectors.Requests);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_is_signed_as_the_vector_says(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Requests, name);
        using var bench = new AlipayBench(("charset", vector.Text("charset")));
        var account = bench.Account();
        var parameters = vector.Pairs("params_before_sign");

        var toSign = AlipaySignature.ToSign(parameters, account.Charset.Encoding);
        var signed = await AlipaySignature.SignAsync(
            AlipayBench.SignAsync, account, parameters, CancellationToken.None);

        account.Charset.Encoding.GetString(toSign).ShouldBe(vector.Text("string_to_sign"));
        signed[^1].ShouldBe(KeyValuePair.Create("sign", vector.Text("sign")));
        signed.ShouldNotContain(static p => p.Value.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_goes_over_the_wire_as_the_vector_says(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Requests, name);
        var http = vector.GetProperty("http");
        using var bench = new AlipayBench();

        var signed = await AlipaySignature.SignAsync(
            AlipayBench.SignAsync, bench.Account(), vector.Pairs("params_before_sign"),
            CancellationToken.None);

        if (HasOnlyKnownParameters(vector))
        {
            AlipayWire.Query(bench.Account(), signed).OriginalString
                .ShouldBe($"https://openapi.alipay.com/gateway.do?{http.Text("query")}");
            Encoding.ASCII.GetString(AlipayWire.Body(bench.Account(), signed))
                .ShouldBe(http.Text("body"));
        }
        else
        {
            // Parameters of the vector alone stand in its body; ours would be in the query.
            Sorted(FormPairs.Write(signed, Encoding.UTF8))
                .ShouldBe(Sorted($"{http.Text("query")}&{http.Text("body")}"));
        }
    }

    [Theory]
    [InlineData("page_get_string_to_sign", "page_get_sign")]
    [InlineData("sdk_execute_string_to_sign", "sdk_execute_sign")]
    public async Task Pages_are_signed_as_the_official_kit_signs_them(string toSign, string sign)
    {
        var page = AlipayVectors.Requests.GetProperty("official_npm_sdk_page_output");
        using var bench = new AlipayBench();
        var url = page.Text(toSign.StartsWith("page", StringComparison.Ordinal)
            ? "page_get_url"
            : "sdk_execute");
        var query = HttpUtility.ParseQueryString(url.Split('?')[^1]);
        List<KeyValuePair<string, string>> parameters = [.. query.AllKeys
            .Where(static key => key is not "sign")
            .Select(key => KeyValuePair.Create(key!, query[key]!))];

        var bytes = AlipaySignature.ToSign(parameters, Encoding.UTF8);
        var signed = await AlipaySignature.SignAsync(
            AlipayBench.SignAsync, bench.Account(), parameters, CancellationToken.None);

        Encoding.UTF8.GetString(bytes).ShouldBe(page.Text(toSign));
        signed[^1].Value.ShouldBe(page.Text(sign));
    }

    private static bool HasOnlyKnownParameters(JsonElement vector)
        => !vector.GetProperty("params_before_sign").TryGetProperty("a", out _);

    private static string[] Sorted(string query)
        => [.. query.Split('&').Order(StringComparer.Ordinal)];
}
