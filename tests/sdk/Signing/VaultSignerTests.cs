using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace PayFunctions.Tests.Sdk.Signing;

public class VaultSignerTests
{
    private static readonly Uri Key = new("https://shop.vault.azure.net/keys/pay/0123abcd");

    [Fact]
    public async Task A_url_signed_by_the_vault_equals_one_signed_here()
    {
        using var signer = SigningKey.FromVault(Key, TokenAsync, new Vault());
        var request = A.Request(A.Options(options => options.Signer = signer));

        var url = await request.GetUrlAsync(TestContext.Current.CancellationToken);

        url.ShouldBe(A.Request().GetUrl());
        signer.Resource.ShouldBe(new Uri("https://vault.azure.net"));
        signer.ToString().ShouldBe("Vault key https://shop.vault.azure.net/keys/pay/0123abcd");
    }

    [Theory]
    [InlineData("http://shop.vault.azure.net/keys/pay/1")]
    [InlineData("https://shop.vault.azure.net/keys/pay")]
    [InlineData("https://shop.vault.azure.net/keys/pay/")]
    [InlineData("https://shop.vault.azure.net/secrets/pay/1")]
    [InlineData("https://shop.vault.azure.net/keys/pay/1/2")]
    [InlineData("https://shop.vault.azure.net/keys/pay/1?a=1")]
    [InlineData("https://user@shop.vault.azure.net/keys/pay/1")]
    public void A_key_is_named_with_its_version_over_https(string address)
        => Should.Throw<ArgumentException>(() => SigningKey.FromVault(new Uri(address), TokenAsync))
            .ParamName.ShouldBe("keyId");

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "{}", "The vault answered 403 instead of a signature.")]
    [InlineData(HttpStatusCode.Found, "", "The vault answered 302 instead of a signature.")]
    [InlineData(HttpStatusCode.OK, "", "The vault's answer is not a signature.")]
    [InlineData(HttpStatusCode.OK, "[]", "The vault's answer is not a signature.")]
    [InlineData(HttpStatusCode.OK, "{\"value\":\"AA\"}", "The vault's answer is not a signature.")]
    [InlineData(
        HttpStatusCode.OK,
        "{\"kid\":\"https://shop.vault.azure.net/keys/pay/other\",\"value\":\"AA\"}",
        "The vault's answer is not a signature.")]
    [InlineData(
        HttpStatusCode.OK,
        "{\"kid\":\"https://shop.vault.azure.net/keys/pay/0123abcd\",\"value\":\"*\"}",
        "The vault's answer is not a signature.")]
    public async Task An_answer_that_is_no_signature_says_so(
        HttpStatusCode status, string body, string sentence)
    {
        using var signer = SigningKey.FromVault(Key, TokenAsync, new Vault(status, body));

        var refusal = await Should.ThrowAsync<RequestSigningException>(
            async () => await signer.SignHashAsync(new byte[32]));

        refusal.Message.ShouldBe(sentence);
        refusal.ToString().ShouldNotContain("token-1");
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_is_waited_for_ten_seconds()
    {
        var clock = new ManualTimeProvider(Vectors.Noon);
        var asked = new TaskCompletionSource();
        using var signer = SigningKey.FromVault(Key, NeverAsync, new Vault(), clock);

        var signing = signer.SignHashAsync(new byte[32], TestContext.Current.CancellationToken)
            .AsTask();
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<RequestSigningException>(signing))
            .Message.ShouldContain("within 10 s");

        async ValueTask<string> NeverAsync(Uri resource, CancellationToken cancellation)
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation);
            return "";
        }
    }

    private static ValueTask<string> TokenAsync(Uri resource, CancellationToken cancellation)
        => ValueTask.FromResult("token-1");

    /// <summary>The vault's side of the wire; with no answer prescribed, it signs.</summary>
    private sealed class Vault(HttpStatusCode status = HttpStatusCode.OK, string? body = null)
        : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Method.ShouldBe(HttpMethod.Post);
            request.RequestUri.ShouldBe(new Uri($"{Key}/sign?api-version=7.4"));
            request.Headers.Authorization!.ToString().ShouldBe("Bearer token-1");
            using var question = JsonDocument.Parse(
                await request.Content!.ReadAsStringAsync(cancellationToken));
            question.RootElement.GetProperty("alg").GetString().ShouldBe("RS256");
            var digest = question.RootElement.GetProperty("value").GetString();
            return new(status)
            {
                Content = new StringContent(body ?? Sign(Base64Url.DecodeFromChars(digest))),
            };
        }

        private static string Sign(byte[] digest)
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(Vectors.MerchantKey);
            var value = Base64Url.EncodeToString(rsa.SignHash(
                digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            return $$"""{"kid":"{{Key}}","value":"{{value}}"}""";
        }
    }
}
