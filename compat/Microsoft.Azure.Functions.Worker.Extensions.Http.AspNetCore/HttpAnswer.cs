using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>Writes what a function returned.</summary>
internal static class HttpAnswer
{
    /// <summary>Writes a result, a text, or nothing.</summary>
    /// <exception cref="InvalidOperationException">The value's type is no answer.</exception>
    public static Task WriteAsync(object? value, HttpContext http)
        => value switch
        {
            // The function has written to the response itself, or says 200 with nothing.
            null => Task.CompletedTask,
            IResult result => result.ExecuteAsync(http),
            IActionResult result => result.ExecuteResultAsync(
                new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
            string text => Results.Text(text).ExecuteAsync(http),
            _ => throw new InvalidOperationException($"A {value.GetType()} is no answer."),
        };
}
