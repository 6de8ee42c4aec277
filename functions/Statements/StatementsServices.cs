using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Statements;

/// <summary>Registers statements.</summary>
internal static class StatementsServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddStatements(this IServiceCollection services)
        => services.AddSingleton<ShowStatement>().AddSingleton<StatementCalls>();
}
