using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.MerchantApi;

/// <summary>Registers the merchants' dialect.</summary>
internal static class MerchantApiServices
{
    /// <summary>Adds authentication, reading and writing.</summary>
    public static IServiceCollection AddMerchantApi(this IServiceCollection services)
        => services
            .AddSingleton<MerchantCall>()
            .AddSingleton<TermsCheck>()
            .AddSingleton<CreatedAnswer>()
            .AddSingleton<PaymentCalls>()
            .AddSingleton<ListingCalls>()
            .AddSingleton<BarcodeCalls>()
            .AddSingleton<RefundCalls>()
            .AddSingleton<NotificationCalls>()
            .AddSingleton<SignedUrlCheck>()
            .AddSingleton<SignLink>()
            .AddSingleton<PayUrlCall>()
            .AddSingleton<PublishKeys>();
}
