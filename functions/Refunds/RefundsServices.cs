using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Refunds;

/// <summary>Registers the refund operations.</summary>
internal static class RefundsServices
{
    /// <summary>Adds one operation per file.</summary>
    public static IServiceCollection AddRefunds(this IServiceCollection services)
        => services
            .AddSingleton<RefundQuestion>()
            .AddSingleton<RefundAnswer>()
            .AddSingleton<BeginRefund>()
            .AddSingleton<SendRefund>()
            .AddSingleton<FileRefunds>()
            .AddSingleton<RefundPayment>()
            .AddSingleton<QueryRefund>()
            .AddSingleton<FollowRefund>();
}
