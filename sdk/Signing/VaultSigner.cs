using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>Signs with a key in Azure Key Vault: one HTTPS call for each signature.</summary>
public sealed class VaultSigner : IRequestSigner, IDisposable
{
    private const string ApiVersion = "7.4";
    private const int AnswerBytesMax = 64 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Uri _keyId;
    private readonly Uri _signAddress;
    private readonly Func<Uri, CancellationToken, ValueTask<string>> _accessToken;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _clock;

    internal VaultSigner(
        Uri keyId,
        Func<Uri, CancellationToken, ValueTask<string>> accessToken,
        HttpMessageHandler? handler,
        TimeProvider clock)
    {
        if (keyId is not { IsAbsoluteUri: true, Scheme: "https", UserInfo: "", Query: "" }
            || keyId.Segments is not ["/", "keys/", _, _])
        {
            throw new ArgumentException(
                "The key must be named as https://{vault}/keys/{name}/{version}.", nameof(keyId));
        }

        _keyId = keyId;
        _signAddress = new Uri($"{keyId.AbsoluteUri.TrimEnd('/')}/sign?api-version={ApiVersion}");
        _accessToken = accessToken;
        _http = new HttpMessageInvoker(handler ?? PayClient.CreateHandler());
        _clock = clock;
        Resource = ResourceOf(keyId);
    }

    /// <summary>What the access token is for: the vault's host without its own name.</summary>
    public Uri Resource { get; }

    /// <inheritdoc/>
    public async ValueTask<byte[]> SignHashAsync(
        ReadOnlyMemory<byte> sha256, CancellationToken cancellation = default)
    {
        using var limit = new CancellationTokenSource(Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            return await AskAsync(sha256, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new RequestSigningException("The vault did not sign within 10 s.", late);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new RequestSigningException("The vault cannot be reached.", problem);
        }
    }

    /// <summary>The key's public address.</summary>
    /// <returns>A sentence fit for logs.</returns>
    public override string ToString() => $"Vault key {_keyId}";

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static Uri ResourceOf(Uri keyId)
    {
        var labels = keyId.Host.Split('.', 2);
        return keyId.HostNameType is UriHostNameType.Dns && labels is [_, var rest]
            && rest.Contains('.', StringComparison.Ordinal)
            ? new Uri($"https://{rest}")
            : new Uri(keyId.GetLeftPart(UriPartial.Authority));
    }

    private async Task<byte[]> AskAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellation)
    {
        var token = await _accessToken(Resource, cancellation).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Post, _signAddress)
        {
            Content = new StringContent(
                $$"""{"alg":"RS256","value":"{{Base64Url.EncodeToString(sha256.Span)}}"}""",
                new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw new RequestSigningException(
                $"The vault answered {(int)answer.StatusCode} instead of a signature.");
        }

        var body = await BoundedBody.ReadAsync(answer.Content, AnswerBytesMax, cancellation)
            .ConfigureAwait(false);
        return Read(body)
            ?? throw new RequestSigningException("The vault's answer is not a signature.");
    }

    /// <summary>The signature, if the very version that was asked made it; else null.</summary>
    private byte[]? Read(byte[]? body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body ?? []);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("kid", out var kid)
                && Uri.TryCreate(kid.GetString(), UriKind.Absolute, out var signer)
                && signer == _keyId
                && root.TryGetProperty("value", out var value)
                && value.GetString() is { } text
                ? Base64Url.DecodeFromChars(text)
                : null;
        }
        catch (Exception problem) when (problem is JsonException or FormatException
            or InvalidOperationException)
        {
            return null;
        }
    }
}
