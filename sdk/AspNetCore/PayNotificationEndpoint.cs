using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Sdk;

/// <summary>The address that <c>notify_url</c> points to, in an ASP.NET Core application.</summary>
public static class PayNotificationEndpoint
{
    /// <summary>
    /// Receives notifications: reads at most 64 KiB, verifies, runs the handler, and answers
    /// <c>success</c> only after the handler has finished.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route, such as <c>/pay/notify</c>.</param>
    /// <param name="handler">Books a genuine notification; throwing makes it come again.</param>
    /// <returns>The endpoint, open to anonymous callers: the signature is the ticket.</returns>
    public static IEndpointConventionBuilder MapPayNotifications(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<PayNotification, CancellationToken, Task> handler)
        => Map(endpoints, pattern, (_, notification, cancellation)
            => handler(notification, cancellation));

    /// <summary>As the other overload, with a handler from the request's services.</summary>
    /// <typeparam name="THandler">A registered service.</typeparam>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route, such as <c>/pay/notify</c>.</param>
    /// <returns>The endpoint, open to anonymous callers: the signature is the ticket.</returns>
    public static IEndpointConventionBuilder MapPayNotifications<THandler>(
        this IEndpointRouteBuilder endpoints, string pattern)
        where THandler : IPayNotificationHandler
        => Map(endpoints, pattern, (services, notification, cancellation)
            => services.GetRequiredService<THandler>().HandleAsync(notification, cancellation));

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Func<IServiceProvider, PayNotification, CancellationToken, Task> handler)
    {
        var receiver = ActivatorUtilities.CreateInstance<PayNotificationReceiver>(
            endpoints.ServiceProvider, handler);
        RequestDelegate receive = receiver.ReceiveAsync;
        return endpoints.MapPost(pattern, receive)
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription();
    }
}
