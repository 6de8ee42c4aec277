using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Reading a key and listing its versions.</summary>
internal sealed class VaultReads(VaultKeys keys, VaultPermissions permissions, int pageSize)
{
    private const int PageSizeMax = 25;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/keys/{name}/versions", List);
        routes.MapGet("/keys/{name}/{version?}", Get);
    }

    private Task Get(HttpContext context)
    {
        if (permissions.Refuses(VaultOperation.Get))
        {
            return VaultAnswer.NotPermitted(context, "get");
        }

        var name = Value(context, "name");
        return keys.Find(name, context.GetRouteValue("version") as string) is { } key
            ? VaultAnswer.Give(context, key.Bundle())
            : VaultAnswer.NoSuchKey(context, name);
    }

    private Task List(HttpContext context)
    {
        if (permissions.Refuses(VaultOperation.ListVersions))
        {
            return VaultAnswer.NotPermitted(context, "list");
        }

        var asked = Number(context, "maxresults", orElse: pageSize);
        var from = Number(context, "$skiptoken", orElse: 0);
        if (asked is < 1 or > PageSizeMax || from < 0)
        {
            return VaultAnswer.BadParameter(context, "maxresults or $skiptoken is out of range.");
        }

        // The service answers an empty list for a name it does not know.
        var versions = keys.Versions(Value(context, "name"));
        var size = Math.Min(asked, pageSize);
        var items = versions.Skip(from).Take(size).Select(key => key.Item());
        return VaultAnswer.Give(context, new JsonObject
        {
            ["value"] = new JsonArray([.. items]),
            ["nextLink"] = from + size < versions.Count ? Link(context, from + size, asked) : null,
        });
    }

    private static string Link(HttpContext context, int from, int size)
    {
        var request = context.Request;
        var version = Uri.EscapeDataString(request.Query["api-version"].ToString());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"https://{request.Host}{request.Path}?api-version={version}"
            + $"&$skiptoken={from}&maxresults={size}");
    }

    private static string Value(HttpContext context, string name)
        => (string)context.GetRouteValue(name)!;

    // -1 stands for what is no number: no range allows it.
    private static int Number(HttpContext context, string name, int orElse)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return orElse;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;
    }
}
