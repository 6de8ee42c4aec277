using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PayFunctions.Sdk;

/// <summary>Reads an answer of the gateway: what was asked for, or a problem.</summary>
internal static class PayAnswer
{
    public const int BytesMax = 1024 * 1024;

    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromHours(1);

    public static async Task<PayResult<T>> ReadAsync<T>(
        HttpResponseMessage answer,
        JsonTypeInfo<T> type,
        TimeProvider clock,
        CancellationToken cancellation)
        where T : class
    {
        var status = (int)answer.StatusCode;
        var requestId = answer.Headers.TryGetValues("X-Request-Id", out var ids)
            ? ids.FirstOrDefault()
            : null;
        var body = await BoundedBody.ReadAsync(answer.Content, BytesMax, cancellation)
            .ConfigureAwait(false);
        if (body is null)
        {
            return new(new PayProblem
            {
                Code = PayProblemCodes.AnswerTooLarge,
                Detail = "The answer is over 1 MiB and was not read.",
                Status = status,
                RequestId = requestId,
                IsOutcomeUnknown = true,
            });
        }

        var mediaType = answer.Content.Headers.ContentType?.MediaType;
        if (status is 200 or 201 && Is(mediaType, "application/json")
            && Parse(body, type) is { } value)
        {
            return new(value);
        }

        if (status >= 400 && Is(mediaType, "application/problem+json")
            && Parse(body, PayJson.Default.ProblemDocument) is { } problem)
        {
            return new(new PayProblem
            {
                Code = problem.Code,
                Detail = problem.Detail ?? problem.Title ?? problem.Code,
                Status = status,
                RequestId = problem.RequestId ?? requestId,
                RetryAfter = RetryAfter(answer, clock),
                IsOutcomeUnknown = status >= 500,
            });
        }

        return new(new PayProblem
        {
            Code = PayProblemCodes.AnswerMalformed,
            Detail = string.Create(
                CultureInfo.InvariantCulture,
                $"The answer with status {status} is not one of Pay Functions; is the address of "
                    + $"the gateway right?"),
            Status = status,
            RequestId = requestId,
            RetryAfter = RetryAfter(answer, clock),
            IsOutcomeUnknown = status is < 300 or >= 500,
        });
    }

    public static PayProblem NoAnswer(string code, string detail)
        => new() { Code = code, Detail = detail, IsOutcomeUnknown = true };

    private static bool Is(string? mediaType, string expected)
        => string.Equals(mediaType, expected, StringComparison.OrdinalIgnoreCase);

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider clock)
    {
        var wait = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } some
            ? TimeSpan.FromTicks(Math.Clamp(some.Ticks, 0, RetryAfterMax.Ticks))
            : null;
    }
}
