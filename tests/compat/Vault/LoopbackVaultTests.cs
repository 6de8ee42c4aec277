using System.Net;
using System.Net.Http.Json;
using System.Security.Authentication;
using System.Text.Json;

namespace PayFunctions.Tests.Compat.Vault;

/// <summary>The vault itself, without any client of Azure's.</summary>
public sealed class LoopbackVaultTests : VaultTest
{
    [Fact]
    public async Task Without_a_token_it_says_where_tokens_come_from_and_what_for()
    {
        using var http = Vault.CreateHttpClient();

        using var answer = await http.GetAsync(new Uri(Vault.VaultUri, "/keys/k?api-version=7.4"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe(
            $"Bearer authorization=\"https://login.windows.net/{Vault.TenantId}\", "
            + "resource=\"https://vault.azure.net\"");
        (await CodeAsync(answer)).ShouldBe("Unauthorized");
    }

    [Fact]
    public async Task A_token_it_never_gave_opens_nothing()
    {
        using var http = Vault.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "made-up");

        using var answer = await http.GetAsync(new Uri(Vault.VaultUri, "/keys/k?api-version=7.4"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?api-version=1999-01-01")]
    public async Task It_must_be_told_a_version_it_knows(string query)
    {
        Vault.CreateKey("k");
        using var http = Authorized();

        using var answer = await http.GetAsync(new Uri(Vault.VaultUri, "/keys/k" + query));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(answer)).ShouldBe("BadParameter");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"alg":"RS256","value":"+/=="}""")]
    [InlineData("""{"alg":"RS256","value":"AQ"}""")]
    [InlineData("""{"alg":"none","value":"AQ"}""")]
    public async Task It_signs_nothing_but_a_digest_of_the_right_length(string body)
    {
        Vault.CreateKey("k");
        using var http = Authorized();
        using var content = new StringContent(body);

        using var answer = await http.PostAsync(
            new Uri(Vault.VaultUri, "/keys/k/sign?api-version=7.4"), content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_beyond_its_limit_is_refused()
    {
        using var http = Authorized();
        using var content = new ByteArrayContent(new byte[64 * 1024]);

        using var answer = await http.PostAsync(
            new Uri(Vault.VaultUri, "/keys/k/sign?api-version=7.4"), content);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Nobody_trusts_it_who_was_not_given_its_certificate()
    {
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var refused = await Record.ExceptionAsync(
            () => stranger.GetAsync(new UriBuilder(Vault.VaultUri) { Host = "127.0.0.1" }.Uri));

        refused.ShouldBeOfType<HttpRequestException>()
            .InnerException.ShouldBeOfType<AuthenticationException>();
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("error").GetProperty("code").GetString();
    }

    private HttpClient Authorized()
    {
        var http = Vault.CreateHttpClient();
        var token = Credential.GetToken(new(["https://vault.azure.net/.default"]), default);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        return http;
    }
}
