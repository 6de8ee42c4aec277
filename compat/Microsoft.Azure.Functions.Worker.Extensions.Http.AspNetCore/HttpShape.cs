using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Runtime;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>What an HTTP function must look like.</summary>
internal static class HttpShape
{
    /// <summary>First segments that belong to the host.</summary>
    public static readonly string[] Reserved = ["admin", "runtime"];

    /// <summary>Refuses what the front door could not serve.</summary>
    /// <exception cref="InvalidOperationException">The function cannot be served.</exception>
    public static void Check(FunctionMethod function, HttpSettings settings)
    {
        if (function.Parameter.ParameterType != typeof(HttpRequest))
        {
            throw Refused(function, "its trigger must be an HttpRequest");
        }

        if (((HttpTriggerAttribute)function.Trigger).AuthLevel == AuthorizationLevel.User)
        {
            throw Refused(function, "the level User is not offered");
        }

        var pattern = RoutePatternFactory.Parse(settings.RouteOf(function));
        if (pattern.PathSegments is [{ IsSimple: true } first, ..]
            && first.Parts[0] is RoutePatternLiteralPart literal
            && Reserved.Contains(literal.Content, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused(function, $"/{literal.Content} belongs to the host");
        }

        foreach (var input in function.Inputs.Where(item => item != function.Parameter))
        {
            if (pattern.GetParameter(input.Name!) is null)
            {
                throw Refused(function, $"no part of its route fills the parameter '{input.Name}'");
            }

            if (!RouteValueText.CanBe(input.ParameterType))
            {
                throw Refused(function, $"a route value cannot be a {input.ParameterType}");
            }
        }
    }

    private static InvalidOperationException Refused(FunctionMethod function, string why)
        => new($"Function '{function.Name}' cannot be served: {why}.");
}
