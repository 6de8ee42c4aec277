using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Runtime;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>A request, and the values of its route.</summary>
/// <param name="http">The request's context.</param>
/// <param name="trigger">The parameter that takes the request itself.</param>
internal sealed class HttpInput(HttpContext http, ParameterInfo trigger) : TriggerInput
{
    /// <summary>Where the context lies among the items, as in the official package.</summary>
    public const string ContextKey = "HttpRequestContext";

    // The request's own scope lives until its answer is written.
    public override IServiceProvider Services => http.RequestServices;

    public override IReadOnlyDictionary<string, object?> BindingData { get; } =
        new Dictionary<string, object?>(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase);

    public override object? ValueOf(ParameterInfo parameter)
    {
        if (parameter == trigger)
        {
            return http.Request;
        }

        if (http.Request.RouteValues.TryGetValue(parameter.Name!, out var value)
            && value is string text)
        {
            return RouteValueText.As(parameter.ParameterType, text);
        }

        // An optional part of the route that is absent.
        return parameter.HasDefaultValue ? parameter.DefaultValue : null;
    }

    public override void Describe(FunctionContext context) => context.Items[ContextKey] = http;
}
