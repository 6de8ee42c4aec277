using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.KCodes;

/// <summary>Registers the operations of payments by card and code.</summary>
internal static class KCodesServices
{
    /// <summary>Adds one operation per file.</summary>
    public static IServiceCollection AddKCodes(this IServiceCollection services)
        => services
            .AddSingleton<KCodeAnswer>()
            .AddSingleton<SendKCode>()
            .AddSingleton<ResendKCode>()
            .AddSingleton<PayByKCode>()
            .AddSingleton<KCodeCalls>();
}
