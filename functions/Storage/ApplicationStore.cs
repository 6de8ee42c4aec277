using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>Applications in Azure Tables: one row each.</summary>
internal sealed class ApplicationStore(TableServiceClient tables) : IApplicationStore
{
    private const string RowKey = "application";
    private const int StatusConflict = 409;
    private const int StatusPreconditionFailed = 412;

    private readonly TableClient applications =
        tables.GetTableClient(StorageNames.Applications);

    /// <inheritdoc/>
    public async Task<StoredApplication?> FindAsync(
        string appId, CancellationToken cancellation)
    {
        var row = await applications.GetEntityIfExistsAsync<TableEntity>(
            appId, RowKey, null, cancellation);
        return row.HasValue
            ? new StoredApplication(FromRow(row.Value!), row.Value!.ETag.ToString())
            : null;
    }

    /// <inheritdoc/>
    public async Task<CommitVerdict> SaveAsync(
        Application application, string? replacesETag, CancellationToken cancellation)
    {
        try
        {
            await (replacesETag is { } etag
                ? applications.UpdateEntityAsync(
                    ToRow(application), new ETag(etag), TableUpdateMode.Replace, cancellation)
                : applications.AddEntityAsync(ToRow(application), cancellation));
            return CommitVerdict.Committed;
        }
        catch (RequestFailedException e)
            when (e.Status is StatusConflict or StatusPreconditionFailed)
        {
            return CommitVerdict.RaceLost;
        }
    }

    private static TableEntity ToRow(Application application)
        => new(application.AppId, RowKey)
        {
            ["Name"] = application.Name,
            ["Enabled"] = application.Enabled,
            ["NotifySchedule"] = application.NotifySchedule,
            ["AnswerWord"] = application.AnswerWord,
            ["AllowHttp"] = application.AllowHttp,
            ["LateSuccess"] = application.LateSuccess.ToString(),
            ["Environment"] = application.Environment.ToString(),
            ["Accounts"] = JsonSerializer.Serialize(
                application.Accounts,
                ApplicationRowJson.Default.ImmutableSortedDictionaryStringImmutableArrayString),
            ["Keys"] = JsonSerializer.Serialize(
                application.Keys, ApplicationRowJson.Default.ImmutableArrayApplicationKey),
        };

    private static Application FromRow(TableEntity row) => new()
    {
        AppId = row.PartitionKey,
        Name = row.GetString("Name"),
        Enabled = row.GetBoolean("Enabled") ?? false,
        NotifySchedule = row.GetString("NotifySchedule"),
        AnswerWord = row.GetString("AnswerWord"),
        AllowHttp = row.GetBoolean("AllowHttp") ?? false,
        LateSuccess = Enum.Parse<LateSuccess>(row.GetString("LateSuccess")),
        Environment = Enum.Parse<AccountEnvironment>(row.GetString("Environment")),
        Accounts = JsonSerializer.Deserialize(
            row.GetString("Accounts"),
            ApplicationRowJson.Default.ImmutableSortedDictionaryStringImmutableArrayString)!
            .WithComparers(StringComparer.Ordinal),
        Keys = JsonSerializer.Deserialize(
            row.GetString("Keys"), ApplicationRowJson.Default.ImmutableArrayApplicationKey),
    };
}
