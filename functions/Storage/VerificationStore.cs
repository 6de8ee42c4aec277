using Azure.Data.Tables;
using PayFunctions.Identity;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Checks of persons in Azure Tables: a partition each, and one for each application.
/// </summary>
internal sealed class VerificationStore(TableServiceClient tables) : IVerificationStore
{
    private const string RowKey = "verification";
    private const string RateKey = "rate";

    private readonly TableClient rows = tables.GetTableClient(StorageNames.Verifications);

    /// <inheritdoc/>
    public async Task<StoredVerification?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        var row = await rows.GetEntityIfExistsAsync<TableEntity>(
            id.Value, RowKey, null, cancellation);
        return row.HasValue
            ? new StoredVerification(FromRow(id, row.Value!), row.Value!.ETag.ToString())
            : null;
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Verification verification, string? replacesETag, CancellationToken cancellation)
        => RegistrationRowStore.SaveAsync(rows, ToRow(verification), replacesETag, cancellation);

    /// <inheritdoc/>
    public async Task<StoredRate?> FindRateAsync(string appId, CancellationToken cancellation)
    {
        var row = await rows.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(appId), RateKey, null, cancellation);
        return row.HasValue
            ? new StoredRate(
                new IdentityRate(
                    row.Value!.GetInt64("Left") ?? 0,
                    row.Value.GetDateTimeOffset("At") ?? default),
                row.Value.ETag.ToString())
            : null;
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveRateAsync(
        string appId, IdentityRate rate, string? replacesETag, CancellationToken cancellation)
        => RegistrationRowStore.SaveAsync(
            rows,
            new TableEntity(PartitionOf(appId), RateKey) { ["Left"] = rate.Left, ["At"] = rate.At },
            replacesETag, cancellation);

    // No verification_id has a colon.
    private static string PartitionOf(string appId) => $"app:{appId}";

    private static TableEntity ToRow(Verification verification)
        => new(verification.Id.Value, RowKey)
        {
            ["AppId"] = verification.AppId,
            ["OutVerifyNo"] = verification.OutVerifyNo,
            ["Product"] = verification.Product,
            ["Account"] = verification.Account,
            ["Person"] = verification.Person.All,
            ["Name"] = verification.Person.Name,
            ["CertificateNo"] = verification.Person.CertificateNo,
            ["CardNo"] = verification.Person.CardNo,
            ["ReturnUrl"] = verification.ReturnUrl,
            ["CreatedAt"] = verification.CreatedAt,
            ["ExpiresAt"] = verification.ExpiresAt,
            ["State"] = verification.State.ToString(),
            ["Tries"] = verification.Tries,
            ["AskedAt"] = verification.AskedAt,
            ["Reference"] = verification.Reference,
            ["VerifiedAt"] = verification.VerifiedAt,
        };

    private static Verification FromRow(OrderId id, TableEntity row) => new()
    {
        Id = id,
        AppId = row.GetString("AppId"),
        OutVerifyNo = row.GetString("OutVerifyNo"),
        Product = row.GetString("Product"),
        Account = row.GetString("Account"),
        Person = new PersonDigests(
            row.GetString("Person"), row.GetString("Name"), row.GetString("CertificateNo"),
            row.GetString("CardNo")),
        ReturnUrl = row.GetString("ReturnUrl"),
        CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
        ExpiresAt = row.GetDateTimeOffset("ExpiresAt") ?? default,
        State = Enum.Parse<VerificationState>(row.GetString("State")),
        Tries = row.GetInt32("Tries") ?? 1,
        AskedAt = row.GetDateTimeOffset("AskedAt") ?? default,
        Reference = row.GetString("Reference"),
        VerifiedAt = row.GetDateTimeOffset("VerifiedAt"),
    };
}
