using PayFunctions.Sandbox.Azurite;

namespace PayFunctions.Tests.Kit;

/// <summary>
/// One Azurite for a test assembly: <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>.
/// Tests part their data by table and queue names of their own.
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private readonly Lazy<Task<AzuriteProcess>> azurite = new(
        static () => AzuriteProcess.StartAsync(
            RepositoryRoot.Of("sandbox", "Azurite"), dataFolder: null, TimeProvider.System,
            CancellationToken.None));
    private int names;

    /// <summary>Starts it when the first test asks.</summary>
    public async Task<string> ConnectionStringAsync() => (await azurite.Value).ConnectionString;

    /// <summary>Where tables answer.</summary>
    public async Task<Uri> TableUriAsync() => (await azurite.Value).TableUri;

    /// <summary>Where queues answer.</summary>
    public async Task<Uri> QueueUriAsync() => (await azurite.Value).QueueUri;

    /// <summary>A name no other test of this run has: lower-case letters and digits.</summary>
    public string FreshName(string prefix)
        => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{prefix}{Interlocked.Increment(ref names)}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (azurite.IsValueCreated)
        {
            await (await azurite.Value).DisposeAsync();
        }
    }
}
