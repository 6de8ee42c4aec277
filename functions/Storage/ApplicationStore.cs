using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>Applications in Azure Tables: one row each.</summary>
internal sealed class ApplicationStore(TableServiceClient tables) : IApplicationStore
{
    private const string RowKey = "application";

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
    public async IAsyncEnumerable<Application> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in applications.QueryAsync<TableEntity>(
            "PartitionKey ge ''", OrderStore.MaxRows, null, cancellation))
        {
            yield return FromRow(row);
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Application application, string? replacesETag, CancellationToken cancellation)
        => RegistrationRowStore.SaveAsync(
            applications, ToRow(application), replacesETag, cancellation);

    private static TableEntity ToRow(Application application)
        => new(application.AppId, RowKey)
        {
            ["Name"] = application.Name,
            ["Enabled"] = application.Enabled,
            ["NotifySchedule"] = application.NotifySchedule,
            ["AnswerWord"] = application.AnswerWord,
            ["LoginUrl"] = application.LoginUrl,
            ["IdentityPerHour"] = application.IdentityPerHour,
            ["AllowHttp"] = application.AllowHttp,
            ["LateSuccess"] = application.LateSuccess.ToString(),
            ["Environment"] = application.Environment.ToString(),
            ["Accounts"] = JsonSerializer.Serialize(
                application.Accounts,
                ApplicationRowJson.Default.ImmutableSortedDictionaryStringImmutableArrayString),
            ["ClearingDays"] = application.ClearingDays,
            ["ClearingThresholdFen"] = application.ClearingThresholdFen,
            ["Fees"] = JsonSerializer.Serialize(
                application.Fees, ApplicationRowJson.Default.ImmutableArrayFeeEntry),
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
        LoginUrl = row.GetString("LoginUrl"),
        IdentityPerHour = row.GetInt32("IdentityPerHour") ?? Application.DefaultIdentityPerHour,
        AllowHttp = row.GetBoolean("AllowHttp") ?? false,
        LateSuccess = Enum.Parse<LateSuccess>(row.GetString("LateSuccess")),
        Environment = Enum.Parse<AccountEnvironment>(row.GetString("Environment")),
        Accounts = JsonSerializer.Deserialize(
            row.GetString("Accounts"),
            ApplicationRowJson.Default.ImmutableSortedDictionaryStringImmutableArrayString)!
            .WithComparers(StringComparer.Ordinal),
        ClearingDays = row.GetInt32("ClearingDays") ?? Application.DefaultClearingDays,
        ClearingThresholdFen = row.GetInt64("ClearingThresholdFen") ?? 0,
        Fees = row.GetString("Fees") is { } fees
            ? JsonSerializer.Deserialize(fees, ApplicationRowJson.Default.ImmutableArrayFeeEntry)
            : [],
        Keys = JsonSerializer.Deserialize(
            row.GetString("Keys"), ApplicationRowJson.Default.ImmutableArrayApplicationKey),
    };
}
