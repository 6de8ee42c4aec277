using Azure.Core;
using Azure.Data.Tables;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Tables of a test's own in the shared emulator.</summary>
internal static class AzuriteTables
{
    /// <summary>A new, empty table.</summary>
    public static async Task<TableClient> FreshTableAsync(
        this AzuriteFixture azurite, TableClientOptions? options = null)
    {
        var table = new TableClient(
            await azurite.ConnectionStringAsync(), azurite.FreshName("compat"), options);
        await table.CreateAsync();
        return table;
    }

    public static async Task<TableServiceClient> TableServiceAsync(this AzuriteFixture azurite)
        => new(await azurite.ConnectionStringAsync());

    /// <summary>Options that hand requests to the transport, and repeat almost at once.</summary>
    public static TableClientOptions Over(ScriptedTransport transport, int retriesMax = 3)
    {
        var options = new TableClientOptions { Transport = transport };
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxRetries = retriesMax;
        return options;
    }
}
