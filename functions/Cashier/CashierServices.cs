using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayFunctions.Cashier;

/// <summary>Registers the payer's pages.</summary>
internal static class CashierServices
{
    /// <summary>Adds the pages and what fills them.</summary>
    public static IServiceCollection AddCashier(this IServiceCollection services)
    {
        // Markup is always escaped; Chinese is written as it is.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services
            .AddSingleton<CashierAssets>()
            .AddSingleton<ReturnLink>()
            .AddSingleton<ViewPayment>()
            .AddSingleton<CashierDesk>()
            .AddSingleton<PayerCall>()
            .AddSingleton<CashierCall>();
    }
}
