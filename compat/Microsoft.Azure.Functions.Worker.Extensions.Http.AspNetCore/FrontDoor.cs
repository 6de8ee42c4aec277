using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Runtime;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>The routes of all HTTP functions. What is no function's is answered 404, even where
/// only the method differs: so does the real host.</summary>
internal sealed class FrontDoor(
    FunctionCatalog catalog, HttpSettings settings, FunctionEndpoint endpoint) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
        => app =>
        {
            app.UseRouting();
            app.Use(static (http, rest) => IsFunction(http) ? rest(http) : NotFoundAsync(http));
            app.UseEndpoints(Map);
            next(app);
        };

    private static bool IsFunction(HttpContext http)
        => http.GetEndpoint()?.Metadata.GetMetadata<FunctionMethod>() is not null
            && !HttpShape.Reserved.Contains(
                FirstSegment(http.Request.Path), StringComparer.OrdinalIgnoreCase);

    private static string FirstSegment(PathString path)
        => (path.Value ?? "").Split('/', 3) is [_, var first, ..] ? first : "";

    private static Task NotFoundAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private void Map(IEndpointRouteBuilder routes)
    {
        foreach (var function in catalog.With<HttpTriggerAttribute>())
        {
            var methods = ((HttpTriggerAttribute)function.Trigger).Methods;
            Task Handle(HttpContext http) => endpoint.HandleAsync(function, http);
            var route = methods.Length == 0
                ? routes.Map(settings.RouteOf(function), Handle)
                : routes.MapMethods(settings.RouteOf(function), methods, Handle);
            route.WithMetadata(function).WithDisplayName(function.Name);
        }
    }
}
