using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Bearer tokens, over TLS.</summary>
public sealed class TokenTests
{
    [Theory]
    [InlineData(null, "https://storage.azure.com/.default")]
    [InlineData("AzureChina", "https://storage.azure.cn/.default")]
    [InlineData("AzureGov", "https://storage.azure.us/.default")]
    [InlineData(
        "https://shop.table.core.windows.net",
        "https://shop.table.core.windows.net/.default")]
    public async Task A_token_is_asked_for_the_audience_and_sent(string? audience, string scope)
    {
        await using var server = await TlsTableServer.StartAsync("Bearer token-1");
        var credential = new CountedTokens();
        var options = server.Options();
        if (audience is not null)
        {
            options.Audience = new TableAudience(audience);
        }

        var table = new TableClient(server.Uri, "orders", credential, options);

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.GetEntityAsync<TableEntity>("p", "r");

        row.GetString("Seen").ShouldBe("yes");
        credential.Scopes.ShouldBe([scope]);
        table.AccountName.ShouldBe("shop");
    }

    [Fact]
    public async Task A_token_the_service_refuses_is_told()
    {
        await using var server = await TlsTableServer.StartAsync("Bearer another");
        var service = new TableServiceClient(server.Uri, new CountedTokens(), server.Options());

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => service.GetTableClient("orders").GetEntityAsync<TableEntity>("p", "r"));

        (refused.Status, refused.ErrorCode).ShouldBe((403, "AuthorizationPermissionMismatch"));
    }

    [Fact]
    public async Task A_token_is_not_sent_in_the_clear()
    {
        var table = new TableClient(
            new Uri("http://127.0.0.1:10002/devstoreaccount1"), "orders", new CountedTokens());

        await Should.ThrowAsync<InvalidOperationException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));
    }

    private sealed class CountedTokens : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(
            TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new($"token-{Scopes.Count}", TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken)
            => new(GetToken(requestContext, cancellationToken));
    }
}
