using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Reconciliation;

/// <summary>Registers reconciliation.</summary>
internal static class ReconciliationServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
        => services
            .AddSingleton(RunLimits.Default)
            .AddSingleton<AccountJournal>()
            .AddSingleton<ExplainRow>()
            .AddSingleton<ExplainBill>()
            .AddSingleton<ExplainLines>()
            .AddSingleton<KeepDifferences>()
            .AddSingleton<GatherSheet>()
            .AddSingleton<MatchSheets>()
            .AddSingleton<ExplainSheet>()
            .AddSingleton<FinishRun>()
            .AddSingleton<PutOffRun>()
            .AddSingleton<ReconcileSteps>()
            .AddSingleton<PlanReconciliations>()
            .AddSingleton<ReconcileConsumer>()
            .AddSingleton<ReconciliationCalls>();
}
