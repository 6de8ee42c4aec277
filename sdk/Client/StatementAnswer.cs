using System.Security.Cryptography;

namespace PayFunctions.Sdk;

/// <summary>Reads a statement, which counts only if its hash is right.</summary>
internal static class StatementAnswer
{
    public const int BytesMax = 128 * 1024 * 1024;

    /// <summary>What a file may take beyond an answer.</summary>
    public static readonly TimeSpan Longer = TimeSpan.FromMinutes(2);

    private const string Csv = "text/csv";
    private const string Prefix = "sha-256=:";
    private const string Suffix = ":";

    public static async Task<PayResult<StatementResponse>> ReadAsync(
        HttpResponseMessage answer, TimeProvider clock, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode || !string.Equals(
            answer.Content.Headers.ContentType?.MediaType, Csv, StringComparison.OrdinalIgnoreCase))
        {
            return new((await PayAnswer.ReadAsync(
                answer, PayJson.Default.ProblemDocument, clock, cancellation)
                .ConfigureAwait(false)).Problem ?? Broken("The answer is no file."));
        }

        var content = await BoundedBody.ReadAsync(answer.Content, BytesMax, cancellation)
            .ConfigureAwait(false);
        return content is null
            ? new(Broken("The file is over 128 MiB and was not read."))
            : IsWhole(answer, content)
                ? new(new StatementResponse
                {
                    Content = content,
                    ContentType = answer.Content.Headers.ContentType!.ToString(),
                    RequestId = answer.Headers.TryGetValues("X-Request-Id", out var ids)
                        ? ids.FirstOrDefault()
                        : null,
                })
                : new(Broken("The file did not come whole: its hash is another."));
    }

    private static PayProblem Broken(string detail)
        => new() { Code = PayProblemCodes.AnswerMalformed, Detail = detail, Status = 200 };

    /// <summary>The hash as RFC 9530 writes it.</summary>
    private static bool IsWhole(HttpResponseMessage answer, byte[] content)
        => (answer.Headers.TryGetValues("Content-Digest", out var values)
                || answer.Content.Headers.TryGetValues("Content-Digest", out values))
            && values.FirstOrDefault() is { } digest
            && string.Equals(
                digest, Prefix + Convert.ToBase64String(SHA256.HashData(content)) + Suffix,
                StringComparison.Ordinal);
}
