using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>The secrets of a vault: the newest version, or one that is named.</summary>
internal sealed class VaultSecrets(VaultPermissions permissions)
{
    private ImmutableList<VaultSecret> secrets = [];

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/secrets/{name}/{version?}", Get);

    public void Add(VaultSecret secret)
        => ImmutableInterlocked.Update(
            ref secrets, static (known, added) => known.Add(added), secret);

    private Task Get(HttpContext context)
    {
        if (permissions.Refuses(VaultOperation.GetSecret))
        {
            return VaultAnswer.NotPermitted(context, "getSecret");
        }

        var name = (string)context.GetRouteValue("name")!;
        var version = context.GetRouteValue("version") as string;
        return secrets.LastOrDefault(secret => Is(secret, name, version)) switch
        {
            null => VaultAnswer.Refuse(
                context,
                404,
                "SecretNotFound",
                $"A secret with (name/id) {name} was not found in this key vault."),
            { Enabled: false } => VaultAnswer.Refuse(
                context,
                403,
                "Forbidden",
                "Operation get is not allowed on a disabled secret.",
                "SecretDisabled"),
            var secret => VaultAnswer.Give(context, secret.Bundle()),
        };
    }

    private static bool Is(VaultSecret secret, string name, string? version)
        => string.Equals(secret.Name, name, StringComparison.OrdinalIgnoreCase)
            && (version is null
                || string.Equals(secret.Version, version, StringComparison.Ordinal));
}
