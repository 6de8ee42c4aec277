using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Payments;

/// <summary>Registers the payment operations.</summary>
internal static class PaymentsServices
{
    /// <summary>Adds one operation per file.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
        => services
            .AddSingleton<AskCooldown>()
            .AddSingleton<ChannelQuestion>()
            .AddSingleton<ChannelAnswer>()
            .AddSingleton<ChannelCancel>()
            .AddSingleton<CreatePayment>()
            .AddSingleton<StartPayment>()
            .AddSingleton<ListPayments>()
            .AddSingleton<AskChannel>()
            .AddSingleton<QueryPayment>()
            .AddSingleton<ClosePayment>()
            .AddSingleton<ChargePayment>()
            .AddSingleton<CancelPayment>();
}
