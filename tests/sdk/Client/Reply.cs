using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Sdk.Client;

/// <summary>One answer of the gateway.</summary>
internal sealed record Reply(int Status, string Answer, string ContentType)
{
    /// <summary>The work is done, perhaps; the connection is cut.</summary>
    public static Reply Lost { get; } = new(0, "", "");

    /// <summary>What the answer waits for.</summary>
    public Task Held { get; init; } = Task.CompletedTask;

    /// <summary>What the gateway wants to be left alone for, in seconds.</summary>
    public string? RetryAfter { get; init; }

    public static Reply Order(string state)
        => new(
            200,
            Answers.Paying.Replace("USERPAYING", state, StringComparison.Ordinal),
            "application/json");

    public static Reply Problem(int status, string code)
        => new(
            status,
            $$"""{"code":"{{code}}","detail":"Do this.","request_id":"r-9"}""",
            "application/problem+json");

    public async Task WriteAsync(HttpContext context)
    {
        await Held;
        if (this == Lost)
        {
            context.Abort();
            return;
        }

        if (RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = RetryAfter;
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(Answer);
    }
}
