using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Inbox;

/// <summary>Registers what channels call.</summary>
internal static class InboxServices
{
    /// <summary>Adds the inbox.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services)
        => services.AddSingleton<ReceiveNotification>().AddSingleton<InboxCall>();
}
