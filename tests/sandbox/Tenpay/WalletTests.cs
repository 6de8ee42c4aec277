using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed partial class WalletTests : IAsyncLifetime
{
    private static readonly Uri Door = new("https://pay.example.com/login/tenpay/wallet/shop");

    private TenpayWorld world = null!;

    public async ValueTask InitializeAsync()
        => world = await TenpayWorld.StartAsync(TenpayProfile.Open, static options => options with
        {
            Merchants = [.. options.Merchants.Select(static m => m.Profile == TenpayProfile.Open
                ? m with { LoginUrl = Door }
                : m)],
        });

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_user_opens_an_application_by_get_with_everything_signed()
    {
        (await world.Client.GetStringAsync(WalletDesk.Path)).ShouldContain(TenpayWorld.AppId);

        using var opened = await OpenAsync(("user_id", "张三"), ("by", "get"));

        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var target = opened.Headers.Location.ShouldNotBeNull();
        target.GetLeftPart(UriPartial.Path).ShouldBe(Door.AbsoluteUri);
        var fields = Fields(target.Query.TrimStart('?'));
        fields.Keys.ShouldBe(
            [
                "user_id", "token", "request_token", "input_charset", "appid", "sign_key_index",
                "sign_type", "sign",
            ],
            ignoreOrder: true);
        fields["user_id"].ShouldBe("张三");
        fields["sign"].ShouldBe(TenpayCaller.Sign(fields, world.Key, Encoding.UTF8));
    }

    [Fact]
    public async Task Each_opening_has_a_token_of_its_own_unless_one_is_wanted()
    {
        using var one = await OpenAsync(("user_id", "1"), ("by", "get"));
        using var other = await OpenAsync(("user_id", "1"), ("by", "get"));
        using var wanted = await OpenAsync(("user_id", "1"), ("by", "get"), ("token", "T-1"));
        using var none = await OpenAsync(("user_id", "1"), ("by", "get"), ("token", ""));

        Fields(one)["token"].ShouldNotBe(Fields(other)["token"]);
        Fields(wanted)["token"].ShouldBe("T-1");
        Fields(none).ShouldNotContainKey("token");
    }

    [Fact]
    public async Task By_post_the_page_carries_the_same_fields()
    {
        using var opened = await OpenAsync(("user_id", "1"), ("by", "post"));

        var page = await opened.Content.ReadAsStringAsync();
        page.ShouldContain($"action=\"{Door.AbsoluteUri}\"");
        var fields = Hidden().Matches(page).ToDictionary(
            static m => m.Groups["name"].Value,
            static m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);
        fields["user_id"].ShouldBe("1");
        fields["sign"].ShouldBe(TenpayCaller.Sign(fields, world.Key, Encoding.UTF8));
    }

    [Fact]
    public async Task An_application_that_nobody_registered_cannot_be_opened()
    {
        using var opened = await world.Client.PostAsync(
            WalletDesk.OpenPath, new FormUrlEncodedContent([new("appid", "1"), new("by", "get")]));

        opened.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> OpenAsync(params (string Name, string Value)[] fields)
        => world.Client.PostAsync(
            WalletDesk.OpenPath,
            new FormUrlEncodedContent(fields.Append(("appid", TenpayWorld.AppId))
                .Select(static f => KeyValuePair.Create(f.Item1, f.Item2))));

    private static Dictionary<string, string> Fields(HttpResponseMessage opened)
        => Fields(opened.Headers.Location.ShouldNotBeNull().Query.TrimStart('?'));

    private static Dictionary<string, string> Fields(string form)
        => form.Split('&').Select(static p => p.Split('=', 2)).ToDictionary(
            static p => p[0], static p => WebUtility.UrlDecode(p[1]), StringComparer.Ordinal);

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\"\\s+value=\"(?<value>[^\"]*)\">",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hidden();
}
