using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PayFunctions.MerchantApi;

namespace PayFunctions.Console;

/// <summary>A form of ours, as a signed-in browser posts it.</summary>
internal static class ConsoleForm
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBytes = 8_192;

    /// <summary>What every form carries.</summary>
    public const string Token = "csrf";

    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The fields; null when the form is not one of this session.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> ReadAsync(
        HttpRequest request, ConsoleSession session, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase)
            is not true)
        {
            return null;
        }

        var body = await BoundedBody.ReadAsync(request, MaxBytes, cancellation);
        if (body.Verdict != BodyVerdict.Read)
        {
            return null;
        }

        var fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Bytes.Span));
        return fields.Values.All(static values => values.Count == 1)
            && fields.TryGetValue(Token, out var token)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(token.ToString()),
                Encoding.UTF8.GetBytes(session.FormToken))
                ? fields.ToDictionary(
                    static f => f.Key, static f => f.Value.ToString(), StringComparer.Ordinal)
                : null;
    }
}
