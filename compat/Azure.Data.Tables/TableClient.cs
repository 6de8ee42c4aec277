using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Signing;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>
/// The rows of one table. Every refusal is a <see cref="RequestFailedException"/> with the
/// service's status and <see cref="TableErrorCode"/>.
/// </summary>
public class TableClient
{
    private readonly TableRest rest;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(
        string connectionString, string tableName, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), tableName, options)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TableSharedKeyCredential credential,
        TableClientOptions options = null)
        : this(endpoint, tableName, Authentication.Of(credential), options)
        => AccountName = credential.AccountName;

    public TableClient(
        Uri endpoint, string tableName, TokenCredential tokenCredential,
        TableClientOptions options = null)
        : this(endpoint, tableName, Authentication.Of(tokenCredential, options), options)
        => AccountName = Authentication.AccountName(endpoint);

    internal TableClient(TableRest rest, string tableName, string accountName)
    {
        this.rest = rest;
        Name = tableName;
        AccountName = accountName;
    }

    protected TableClient()
    {
    }

    private TableClient(
        TableConnectionString connection, string tableName, TableClientOptions options)
        : this(connection.Endpoint, tableName, connection.Credential, options)
    {
    }

    private TableClient(
        Uri endpoint, string tableName, HttpPipelinePolicy authentication,
        TableClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        rest = TableRest.Create(endpoint, authentication, options);
        Name = tableName;
    }

    public virtual string Name { get; }

    public virtual string AccountName { get; }

    public virtual Uri Uri => new($"{rest.Endpoint.AbsoluteUri.TrimEnd('/')}/{Name}");

    /// <summary>A filter whose interpolated values are quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default)
        => Sync.Result(
            TableServiceClient.CreateAsync(rest, false, Name, false, cancellationToken));

    public virtual async Task<Response<TableItem>> CreateAsync(
        CancellationToken cancellationToken = default)
        => await TableServiceClient.CreateAsync(rest, true, Name, false, cancellationToken);

    /// <summary>A table that is there already answers with status 409.</summary>
    public virtual Response<TableItem> CreateIfNotExists(
        CancellationToken cancellationToken = default)
        => Sync.Result(
            TableServiceClient.CreateAsync(rest, false, Name, true, cancellationToken));

    /// <summary>A table that is there already answers with status 409.</summary>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(
        CancellationToken cancellationToken = default)
        => await TableServiceClient.CreateAsync(rest, true, Name, true, cancellationToken);

    /// <summary>A table that is not there answers with status 404.</summary>
    public virtual Response Delete(CancellationToken cancellationToken = default)
        => Sync.Result(TableServiceClient.DeleteAsync(rest, false, Name, cancellationToken));

    /// <summary>A table that is not there answers with status 404.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
        => await TableServiceClient.DeleteAsync(rest, true, Name, cancellationToken);

    public virtual Response<T> GetEntity<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => Sync.Result(GetAsync<T>(false, partitionKey, rowKey, select, cancellationToken));

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => await GetAsync<T>(true, partitionKey, rowKey, select, cancellationToken);

    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => Sync.Result(FindAsync<T>(false, partitionKey, rowKey, select, cancellationToken));

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => await FindAsync<T>(true, partitionKey, rowKey, select, cancellationToken);

    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
        => Sync.Result(
            rest.SendAsync(false, RowRequest.Add(Name, entity), null, cancellationToken));

    public virtual async Task<Response> AddEntityAsync<T>(
        T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
        => await rest.SendAsync(true, RowRequest.Add(Name, entity), null, cancellationToken);

    /// <param name="entity">The row.</param>
    /// <param name="ifMatch">The ETag it must have; <see cref="ETag.All"/> takes any.</param>
    /// <param name="mode">What becomes of properties the row does not name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Response UpdateEntity<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
        => Sync.Result(rest.SendAsync(
            false, RowRequest.Write(Name, entity, mode, Expected(ifMatch)), null,
            cancellationToken));

    /// <inheritdoc cref="UpdateEntity"/>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
        => await rest.SendAsync(
            true, RowRequest.Write(Name, entity, mode, Expected(ifMatch)), null,
            cancellationToken);

    public virtual Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
        => Sync.Result(rest.SendAsync(
            false, RowRequest.Write(Name, entity, mode, default), null, cancellationToken));

    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
        => await rest.SendAsync(
            true, RowRequest.Write(Name, entity, mode, default), null, cancellationToken);

    /// <summary>Without an ETag it takes any row; a row that is not there answers 404.</summary>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default,
        CancellationToken cancellationToken = default)
        => Sync.Result(DeleteAsync(false, partitionKey, rowKey, ifMatch, cancellationToken));

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
        => DeleteEntity(
            Given(entity).PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default,
        CancellationToken cancellationToken = default)
        => await DeleteAsync(true, partitionKey, rowKey, ifMatch, cancellationToken);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
        => DeleteEntityAsync(
            Given(entity).PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    public virtual Pageable<T> Query<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => new SyncPages<T>(Rows<T>(filter, select), maxPerPage, cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => new AsyncPages<T>(Rows<T>(filter, select), maxPerPage, cancellationToken);

    /// <summary>Does all of it or nothing; one answer per action, in order.</summary>
    /// <exception cref="TableTransactionFailedException">One action was refused.</exception>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default)
        => Sync.Result(rest.SendAsync(false, Batch(transactionActions), cancellationToken));

    /// <inheritdoc cref="SubmitTransaction"/>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default)
        => await rest.SendAsync(true, Batch(transactionActions), cancellationToken);

    private static ITableEntity Given(ITableEntity entity)
        => entity ?? throw new ArgumentNullException(nameof(entity));

    private static ETag Expected(ETag ifMatch)
        => ifMatch == default
            ? throw new ArgumentException("An update names the ETag it expects.", nameof(ifMatch))
            : ifMatch;

    private static string Names(IEnumerable<string> select)
        => select is null ? null : string.Join(',', select);

    private static T Row<T>(Response response)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(response.Content);
        return EntityReader.Read<T>(document.RootElement);
    }

    private List<RowRequest> Batch(IEnumerable<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        List<RowRequest> rows = [.. actions.Select(action => RowRequest.Of(Name, action))];
        return rows.Count > 0
            ? rows
            : throw new InvalidOperationException("The batch is empty.");
    }

    private async ValueTask<Response<T>> GetAsync<T>(
        bool isAsync, string partitionKey, string rowKey, IEnumerable<string> select,
        CancellationToken cancel)
        where T : class, ITableEntity
    {
        var response = await SendGetAsync(isAsync, partitionKey, rowKey, select, null, cancel);
        return Response.FromValue(Row<T>(response), response);
    }

    private async ValueTask<NullableResponse<T>> FindAsync<T>(
        bool isAsync, string partitionKey, string rowKey, IEnumerable<string> select,
        CancellationToken cancel)
        where T : class, ITableEntity
    {
        var response = await SendGetAsync(
            isAsync, partitionKey, rowKey, select, HttpStatusCode.NotFound, cancel);
        return response.Status == (int)HttpStatusCode.NotFound
            ? new NoValue<T>(response)
            : Response.FromValue(Row<T>(response), response);
    }

    private ValueTask<Response> SendGetAsync(
        bool isAsync, string partitionKey, string rowKey, IEnumerable<string> select,
        HttpStatusCode? expected, CancellationToken cancel)
        => rest.SendAsync(
            isAsync, RequestMethod.Get, RowRequest.RowPath(Name, partitionKey, rowKey),
            [("$select", Names(select))], expected, cancel);

    private ValueTask<Response> DeleteAsync(
        bool isAsync, string partitionKey, string rowKey, ETag expected, CancellationToken cancel)
        => rest.SendAsync(
            isAsync, RowRequest.Delete(Name, partitionKey, rowKey, expected),
            HttpStatusCode.NotFound, cancel);

    private PageSource<T> Rows<T>(string filter, IEnumerable<string> select)
        where T : class, ITableEntity
    {
        var (pages, names) = (new Pages(rest), Names(select));
        return (isAsync, token, size, cancel)
            => pages.RowsAsync<T>(isAsync, Name, filter, names, token, size, cancel);
    }
}
