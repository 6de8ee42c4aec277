using PayFunctions.Tests.Infra.Reading;
using PayFunctions.Tests.Kit;

[assembly: AssemblyFixture(typeof(BicepFiles))]

namespace PayFunctions.Tests.Infra.Reading;

/// <summary>Every Bicep file of the deployment, parsed once for the assembly.</summary>
public sealed class BicepFiles : IAsyncLifetime
{
    internal IReadOnlyList<BicepFile> All { get; private set; } = [];

    internal BicepFile Root => Named("azure.bicep");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
        => All = await BicepParser.ParseAsync(
        [
            RepositoryRoot.Of("azure.bicep"),
            .. Directory.EnumerateFiles(
                RepositoryRoot.Of("infra"), "*.bicep", SearchOption.AllDirectories),
        ]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal BicepFile Named(string name)
        => All.Single(file => string.Equals(file.Name, name, StringComparison.Ordinal));
}
