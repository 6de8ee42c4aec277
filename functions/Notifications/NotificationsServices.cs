using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Notifications;

/// <summary>Registers what tells merchants.</summary>
internal static class NotificationsServices
{
    /// <summary>Adds sending, repeating, querying and resending.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
        => services
            .AddSingleton<NotifyMerchant>()
            .AddSingleton<NoticeConsumer>()
            .AddSingleton<QueryNotification>()
            .AddSingleton<ResendNotification>();
}
