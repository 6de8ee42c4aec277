using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.ShareLogin;

/// <summary>Registers the way from a wallet into an application.</summary>
internal static class ShareLoginServices
{
    /// <summary>Adds the operation and its call.</summary>
    public static IServiceCollection AddShareLogin(this IServiceCollection services)
        => services
            .AddSingleton<OpenApplication>()
            .AddSingleton<ShareLoginCall>();
}
