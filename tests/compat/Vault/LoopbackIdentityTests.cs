using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class LoopbackIdentityTests : VaultTest
{
    private const string Query = "?api-version=2019-08-01&resource=https%3A%2F%2Fvault.azure.net";

    [Fact]
    public async Task A_token_of_the_identity_opens_its_vault()
    {
        Vault.CreateKey("k");
        await using var identity = await LoopbackIdentity.StartAsync(Vault);
        using var http = Vault.CreateHttpClient();

        using var given = await AskAsync(identity, identity.Environment["IDENTITY_HEADER"]);
        var token = await given.Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization =
            new("Bearer", token.GetProperty("access_token").GetString());
        using var read = await http.GetAsync(new Uri(Vault.VaultUri, "/keys/k?api-version=7.4"));

        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        identity.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_its_secret_header_it_gives_no_token()
    {
        await using var identity = await LoopbackIdentity.StartAsync(Vault);

        using var refused = await AskAsync(identity, "guessed");

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpResponseMessage> AskAsync(
        LoopbackIdentity identity, string header)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("X-IDENTITY-HEADER", header);
        return await http.GetAsync(new Uri(identity.Environment["IDENTITY_ENDPOINT"] + Query));
    }
}
