using System.Text.Json;
using Azure.Core;

namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>One request to the vault, and how its answer is read.</summary>
internal sealed record VaultCall<T>(
    RequestMethod Method, Uri Address, RequestContent Body, Func<JsonElement, Response, T> Read)
{
    public static VaultCall<T> Get(Uri address, Func<JsonElement, Response, T> read)
        => new(RequestMethod.Get, address, null, read);

    public static VaultCall<T> Post(
        Uri address, RequestContent body, Func<JsonElement, Response, T> read)
        => new(RequestMethod.Post, address, body, read);
}
