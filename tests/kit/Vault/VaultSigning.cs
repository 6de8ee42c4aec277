using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Signing a digest and checking a signature.</summary>
internal sealed class VaultSigning(VaultKeys keys, VaultPermissions permissions, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/keys/{name}/{version}/sign", SignAsync);
        routes.MapPost("/keys/{name}/sign", SignAsync);
        routes.MapPost("/keys/{name}/{version}/verify", VerifyAsync);
        routes.MapPost("/keys/{name}/verify", VerifyAsync);
    }

    private async Task SignAsync(HttpContext context)
    {
        if (await FindAsync(context, VaultOperation.Sign, "sign") is not { } key)
        {
            return;
        }

        if (Closed(key) is var (code, reason))
        {
            var message = $"Operation sign is not allowed on {reason}.";
            await VaultAnswer.Refuse(context, 403, "Forbidden", message, code);
        }
        else if (await VaultDigest.ReadAsync(context, "value") is { } asked)
        {
            await VaultAnswer.Give(context, new JsonObject
            {
                ["kid"] = key.Id.AbsoluteUri,
                ["value"] = Base64Url.EncodeToString(
                    key.Sign(asked.Bytes, asked.Algorithm)),
            });
        }
    }

    // Checking works with disabled and expired keys too: what was signed stays signed.
    private async Task VerifyAsync(HttpContext context)
    {
        if (await FindAsync(context, VaultOperation.Verify, "verify") is not { } key
            || await VaultDigest.ReadAsync(context, "digest") is not { } asked)
        {
            return;
        }

        if (asked.Decode("value") is not { } signature)
        {
            await VaultAnswer.BadParameter(context, "'value' is not encoded with base64url.");
            return;
        }

        var valid = key.Verify(asked.Bytes, signature, asked.Algorithm);
        await VaultAnswer.Give(context, new JsonObject { ["value"] = valid });
    }

    private async Task<VaultKey?> FindAsync(
        HttpContext context, VaultOperation operation, string word)
    {
        var name = (string)context.GetRouteValue("name")!;
        if (permissions.Refuses(operation))
        {
            await VaultAnswer.NotPermitted(context, word);
            return null;
        }

        if (keys.Find(name, context.GetRouteValue("version") as string) is not { } key)
        {
            await VaultAnswer.NoSuchKey(context, name);
            return null;
        }

        if (!key.Operations.Contains(word, StringComparer.Ordinal))
        {
            var message = string.Create(
                CultureInfo.InvariantCulture, $"Operation {word} is not permitted on this key.");
            await VaultAnswer.Refuse(context, 403, "Forbidden", message, "KeyOperationForbidden");
            return null;
        }

        return key;
    }

    private (string Code, string Reason)? Closed(VaultKey key)
    {
        var now = time.GetUtcNow();
        if (!key.Enabled)
        {
            return ("KeyDisabled", "a disabled key");
        }

        if (now < key.NotBefore)
        {
            return ("KeyNotYetValid", "a key that is not yet valid");
        }

        return now >= key.ExpiresOn ? ("KeyExpired", "an expired key") : null;
    }
}
