using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Reconciliation;

/// <summary>Registers reconciliation.</summary>
internal static class ReconciliationServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
        => services
            .AddSingleton<ExplainRow>()
            .AddSingleton<PlanReconciliations>()
            .AddSingleton<ReconcileConsumer>()
            .AddSingleton<ReconciliationCalls>();
}
