using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Authorizations;

/// <summary>Registers the operations of holds.</summary>
internal static class AuthorizationsServices
{
    /// <summary>Adds one operation per file.</summary>
    public static IServiceCollection AddAuthorizations(this IServiceCollection services)
        => services
            .AddSingleton<CaptureQuestion>()
            .AddSingleton<CaptureAnswer>()
            .AddSingleton<CaptureHold>()
            .AddSingleton<VoidHold>()
            .AddSingleton<FollowHold>()
            .AddSingleton<AuthorizationCalls>();
}
