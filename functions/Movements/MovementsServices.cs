using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Movements;

/// <summary>Registers what writes orders and what follows.</summary>
internal static class MovementsServices
{
    /// <summary>Adds the commit and the consumer.</summary>
    public static IServiceCollection AddMovements(this IServiceCollection services)
        => services.AddSingleton<OrderCommit>().AddSingleton<MovementConsumer>();
}
