using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>Channel accounts in Azure Tables: partition = channel, row = account.</summary>
internal sealed class AccountStore(TableServiceClient tables) : IAccountStore
{
    private const int StatusConflict = 409;
    private const int StatusPreconditionFailed = 412;

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
    public async Task<CommitVerdict> SaveAsync(
        ChannelAccount account, string? replacesETag, CancellationToken cancellation)
    {
        try
        {
            await (replacesETag is { } etag
                ? accounts.UpdateEntityAsync(
                    ToRow(account), new ETag(etag), TableUpdateMode.Replace, cancellation)
                : accounts.AddEntityAsync(ToRow(account), cancellation));
            return CommitVerdict.Committed;
        }
        catch (RequestFailedException e)
            when (e.Status is StatusConflict or StatusPreconditionFailed)
        {
            return CommitVerdict.RaceLost;
        }
    }

    private static TableEntity ToRow(ChannelAccount account)
        => new(account.Channel, account.Name)
        {
            ["Environment"] = account.Environment.ToString(),
            ["Enabled"] = account.Enabled,
            ["Products"] = string.Join(',', account.Products),
            ["Settings"] = Write(account.Settings),
            ["Secrets"] = Write(account.Secrets),
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
    };

    private static string Write(ImmutableSortedDictionary<string, string> entries)
        => JsonSerializer.Serialize(
            entries, ApplicationRowJson.Default.ImmutableSortedDictionaryStringString);

    private static ImmutableSortedDictionary<string, string> Read(string text)
        => JsonSerializer.Deserialize(
            text, ApplicationRowJson.Default.ImmutableSortedDictionaryStringString)!
            .WithComparers(StringComparer.Ordinal);
}
