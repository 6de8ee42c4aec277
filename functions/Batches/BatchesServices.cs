using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Batches;

/// <summary>Registers batches.</summary>
internal static class BatchesServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddBatches(this IServiceCollection services)
        => services
            .AddSingleton<CreateBatch>()
            .AddSingleton<IBatchWork, RefundRows>()
            .AddSingleton<IBatchWork, DebitRows>()
            .AddSingleton<BatchConsumer>()
            .AddSingleton<BatchCalls>();
}
