using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>Requests and JSON answers over Azure.Core's pipeline, with its retries.</summary>
internal sealed class VaultPipeline(HttpPipeline pipeline, string apiVersion)
{
    private const string VersionParameter = "api-version";

    public static VaultPipeline Build(
        ClientOptions options, string apiVersion, TokenCredential credential, bool verifyResource)
        => new(
            HttpPipelineBuilder.Build(options, new ChallengePolicy(credential, verifyResource)),
            apiVersion);

    // Names only: neither tells anything about keys or callers.
    public static void ConfigureLogging(ClientOptions options)
    {
        options.Diagnostics.LoggedHeaderNames.Add("x-ms-keyvault-region");
        options.Diagnostics.LoggedHeaderNames.Add("x-ms-keyvault-service-version");
        options.Diagnostics.LoggedQueryParameters.Add(VersionParameter);
    }

    /// <exception cref="RequestFailedException">Any answer but 200.</exception>
    public Response<T> Send<T>(VaultCall<T> call, CancellationToken cancellation)
    {
        using var message = Message(call);
        pipeline.Send(message, cancellation);
        return Answer(message.Response, call.Read);
    }

    /// <inheritdoc cref="Send{T}"/>
    public async Task<Response<T>> SendAsync<T>(VaultCall<T> call, CancellationToken cancellation)
    {
        using var message = Message(call);
        await pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        return Answer(message.Response, call.Read);
    }

    private HttpMessage Message<T>(VaultCall<T> call)
    {
        var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = call.Method;
        request.Uri.Reset(call.Address);
        // A next page's address already carries the version.
        if (!call.Address.Query.Contains(VersionParameter, StringComparison.OrdinalIgnoreCase))
        {
            request.Uri.AppendQuery(VersionParameter, apiVersion);
        }

        request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (call.Body is not null)
        {
            request.Headers.Add(HttpHeader.Common.JsonContentType);
            request.Content = call.Body;
        }

        return message;
    }

    private static Response<T> Answer<T>(
        Response response, Func<JsonElement, Response, T> read)
    {
        if (response.Status != 200)
        {
            throw new RequestFailedException(response);
        }

        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return Response.FromValue(read(document.RootElement, response), response);
    }
}
