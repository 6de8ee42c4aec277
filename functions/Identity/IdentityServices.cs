using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Identity;

/// <summary>Registers checks of persons.</summary>
internal static class IdentityServices
{
    /// <summary>Adds one operation per file.</summary>
    public static IServiceCollection AddIdentity(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IdentityOptions>().Bind(configuration.GetSection("Identity"))
            .ValidateDataAnnotations();
        return services
            .AddSingleton<ReadIdentityKey>()
            .AddSingleton<LimitIdentity>()
            .AddSingleton<IdentityCommit>()
            .AddSingleton<VerifyIdentity>()
            .AddSingleton<QueryIdentity>()
            .AddSingleton<ReceiveIdentity>()
            .AddSingleton<IdentityCalls>()
            .AddSingleton<IdentityPageCall>();
    }
}
