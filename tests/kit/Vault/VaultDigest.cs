using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>What is to be signed or checked: an algorithm, a digest of its length.</summary>
internal sealed record VaultDigest(JsonElement Body, VaultAlgorithm Algorithm, byte[] Bytes)
{
    /// <summary>Reads and checks the body.</summary>
    /// <param name="context">The request; a refusal is written to it.</param>
    /// <param name="member">The member of the body that holds the digest.</param>
    /// <returns>Null when it was refused.</returns>
    public static async Task<VaultDigest?> ReadAsync(HttpContext context, string member)
    {
        if (await ObjectAsync(context) is not { } body)
        {
            await VaultAnswer.BadParameter(context, "Request body not specified or not JSON.");
            return null;
        }

        var name = Text(body, "alg");
        if (VaultAlgorithm.Named(name) is not { } algorithm)
        {
            await VaultAnswer.BadParameter(context, $"Algorithm '{name}' does not suit the key.");
            return null;
        }

        if (Decoded(body, member) is not { } digest)
        {
            await VaultAnswer.BadParameter(context, $"'{member}' is not encoded with base64url.");
            return null;
        }

        if (digest.Length != algorithm.DigestBytes)
        {
            await VaultAnswer.BadParameter(context, FormattableString.Invariant(
                $"'{member}' has {digest.Length} bytes; {name} requires {algorithm.DigestBytes}."));
            return null;
        }

        return new VaultDigest(body, algorithm, digest);
    }

    public byte[]? Decode(string member) => Decoded(Body, member);

    private static async Task<JsonElement?> ObjectAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, cancellationToken: context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement body, string member)
        => body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static byte[]? Decoded(JsonElement body, string member)
        => Text(body, member) is { } text && Base64Url.IsValid(text)
            ? Base64Url.DecodeFromChars(text)
            : null;
}
