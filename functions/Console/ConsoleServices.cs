using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Console;

/// <summary>Registers the merchant's console.</summary>
internal static class ConsoleServices
{
    /// <summary>Adds the pages and what fills them.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
        => services
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
