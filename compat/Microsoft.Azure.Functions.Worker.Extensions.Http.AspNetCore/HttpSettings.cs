using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>The <c>extensions.http</c> of <c>host.json</c>, and the front end's limits.</summary>
/// <param name="configuration">The app's configuration.</param>
internal sealed class HttpSettings(IConfiguration configuration)
{
    /// <summary>The longest request body, in bytes: the real front end's 100 MB.</summary>
    public const long MaxRequestBytes = 100L * 1024 * 1024;

    private const string DefaultPrefix = "api";

    /// <summary>What every route begins with; empty for nothing.</summary>
    public string RoutePrefix
        => (configuration[$"{HostJson.Section}:extensions:http:routePrefix"] ?? DefaultPrefix)
            .Trim('/');

    /// <summary>The whole route of a function, without a leading slash.</summary>
    public string RouteOf(FunctionMethod function)
    {
        var route = ((HttpTriggerAttribute)function.Trigger).Route ?? function.Name;
        return string.Join(
            '/', new[] { RoutePrefix, route.Trim('/') }.Where(static part => part.Length > 0));
    }
}
