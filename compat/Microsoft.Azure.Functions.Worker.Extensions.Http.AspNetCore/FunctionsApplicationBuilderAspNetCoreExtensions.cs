using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Turns ASP.NET Core's requests and results on.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets HTTP functions take an <c>HttpRequest</c> and answer with a result.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder)
    {
        var settings = new HttpSettings(builder.Configuration);
        builder.Services.AddRouting();
        builder.Services.AddMvcCore();
        builder.Services.Configure<KestrelServerOptions>(static kestrel =>
            kestrel.Limits.MaxRequestBodySize = HttpSettings.MaxRequestBytes);
        builder.Services.TryAddSingleton(settings);
        builder.Services.TryAddSingleton<FunctionKeys>();
        builder.Services.TryAddSingleton<FunctionEndpoint>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, FrontDoor>());
        builder.Services.AddSingleton(new TriggerSupport(
            typeof(HttpTriggerAttribute), function => HttpShape.Check(function, settings)));
        return builder;
    }
}
