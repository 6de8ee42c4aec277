using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayFunctions.Console;

/// <summary>Registers the merchant's console.</summary>
internal static class ConsoleServices
{
    private const int TokenBytes = 32;

    /// <summary>Adds the pages and what fills them.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.TryAddSingleton<DrawToken>(static () =>
            WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes)));
        return services
            .AddSingleton<SignIn>()
            .AddSingleton<ConsoleCall>()
            .AddSingleton<ShowToday>()
            .AddSingleton<ListOrders>()
            .AddSingleton<FindOrder>()
            .AddSingleton<ShowOrder>()
            .AddSingleton<RefundOrder>()
            .AddSingleton<ResendNotice>()
            .AddSingleton<ShowDays>();
    }
}
