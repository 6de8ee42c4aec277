using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>
/// What every request passes before it is served: it is written down, may run into a fault, must
/// carry a token for this vault and name a version of the API.
/// </summary>
internal sealed class VaultGate(
    VaultRequests requests, VaultFaults faults, VaultTokens tokens, TimeProvider time)
{
    // A signature with everything around it is far below this.
    private const int BodyBytesMax = 16 * 1024;
    private const string Scheme = "Bearer ";

    private static readonly HashSet<string> ApiVersions = new(StringComparer.Ordinal)
    {
        "7.0", "7.1", "7.2", "7.3", "7.4", "7.5-preview.1", "7.5", "7.6-preview.1", "7.6-preview.2",
        "7.6", "2025-07-01",
    };

    public async Task PassAsync(HttpContext context, VaultIdentity identity, Func<Task> serve)
    {
        var body = await ReadAsync(context);
        if (body is null)
        {
            await VaultAnswer.Refuse(context, 413, "RequestTooLarge", "The body is too large.");
            return;
        }

        var request = Describe(context, body);
        requests.Add(request);
        if (faults.Next(request.Operation) is { } fault)
        {
            await fault.StrikeAsync(context, () => AdmitAsync(context, identity, serve));
        }
        else
        {
            await AdmitAsync(context, identity, serve);
        }
    }

    private Task AdmitAsync(HttpContext context, VaultIdentity identity, Func<Task> serve)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.WWWAuthenticate = identity.Challenge;
            return VaultAnswer.Refuse(
                context,
                401,
                "Unauthorized",
                "AKV10000: Request is missing a Bearer or PoP token.");
        }

        if (!tokens.Opens(header[Scheme.Length..], identity.TenantId, identity.Resource))
        {
            context.Response.Headers.WWWAuthenticate = identity.Challenge
                + ", error=\"invalid_token\", error_description=\"Error validating token\"";
            return VaultAnswer.Refuse(context, 401, "Unauthorized", "Error validating token.");
        }

        var version = context.Request.Query["api-version"].ToString();
        return ApiVersions.Contains(version)
            ? serve()
            : VaultAnswer.BadParameter(
                context, $"The specified version ({version}) is not recognized.");
    }

    private VaultRequest Describe(HttpContext context, byte[] body)
    {
        var request = context.Request;
        var hasToken = request.Headers.Authorization.Count > 0;
        return new VaultRequest(
            hasToken ? OperationOf(request) : VaultOperation.Challenge,
            request.Method,
            request.Path + request.QueryString.Value,
            hasToken,
            body,
            time.GetUtcNow());
    }

    private static VaultOperation OperationOf(HttpRequest request)
    {
        var path = request.Path.Value ?? string.Empty;
        return (request.Method, path[(path.LastIndexOf('/') + 1)..]) switch
        {
            ("GET", _) when path.StartsWith("/secrets/", StringComparison.OrdinalIgnoreCase)
                => VaultOperation.GetSecret,
            ("GET", "versions") => VaultOperation.ListVersions,
            ("GET", _) => VaultOperation.Get,
            ("POST", "sign") => VaultOperation.Sign,
            ("POST", "verify") => VaultOperation.Verify,
            _ => VaultOperation.Unknown,
        };
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[4096];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > BodyBytesMax)
            {
                return null;
            }
        }

        var body = buffer.ToArray();
        context.Request.Body = new MemoryStream(body, writable: false);
        return body;
    }
}
