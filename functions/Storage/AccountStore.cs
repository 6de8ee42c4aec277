using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>Channel accounts in Azure Tables: partition = channel, row = account.</summary>
internal sealed class AccountStore(TableServiceClient tables) : IAccountStore
{
    private readonly TableClient accounts = tables.GetTableClient(StorageNames.Accounts);

    /// <inheritdoc/>
    public async Task<StoredAccount?> FindAsync(
        string channel, string name, CancellationToken cancellation)
    {
        var row = await accounts.GetEntityIfExistsAsync<TableEntity>(
            channel, name, null, cancellation);
        return row.HasValue
            ? new StoredAccount(FromRow(row.Value!), row.Value!.ETag.ToString())
            : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string channel, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in accounts.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {channel}"),
            OrderStore.MaxRows, ["RowKey"], cancellation))
        {
            yield return row.RowKey;
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        ChannelAccount account, string? replacesETag, CancellationToken cancellation)
        => RegistrationRowStore.SaveAsync(
            accounts, ToRow(account), replacesETag, cancellation);

    private static TableEntity ToRow(ChannelAccount account)
        => new(account.Channel, account.Name)
        {
            ["Environment"] = account.Environment.ToString(),
            ["Enabled"] = account.Enabled,
            ["Products"] = string.Join(',', account.Products),
            ["Settings"] = Write(account.Settings),
            ["Secrets"] = Write(account.Secrets),
            ["FeeBasisPoints"] = account.FeeBasisPoints,
        };

    private static ChannelAccount FromRow(TableEntity row) => new()
    {
        Channel = row.PartitionKey,
        Name = row.RowKey,
        Environment = Enum.Parse<AccountEnvironment>(row.GetString("Environment")),
        Enabled = row.GetBoolean("Enabled") ?? false,
        Products = row.GetString("Products") is { Length: > 0 } products
            ? [.. products.Split(',')]
            : [],
        Settings = Read(row.GetString("Settings")),
        Secrets = Read(row.GetString("Secrets")),
        FeeBasisPoints = row.GetInt32("FeeBasisPoints"),
    };

    private static string Write(ImmutableSortedDictionary<string, string> entries)
        => JsonSerializer.Serialize(
            entries, ApplicationRowJson.Default.ImmutableSortedDictionaryStringString);

    private static ImmutableSortedDictionary<string, string> Read(string text)
        => JsonSerializer.Deserialize(
            text, ApplicationRowJson.Default.ImmutableSortedDictionaryStringString)!
            .WithComparers(StringComparer.Ordinal);
}
