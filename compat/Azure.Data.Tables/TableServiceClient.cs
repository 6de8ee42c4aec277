using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Signing;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    private readonly TableRest rest;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(
        Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(endpoint, Authentication.Of(credential), options)
        => AccountName = credential.AccountName;

    public TableServiceClient(
        Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(endpoint, Authentication.Of(tokenCredential, options), options)
        => AccountName = Authentication.AccountName(endpoint);

    protected TableServiceClient()
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    private TableServiceClient(
        Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
        => rest = TableRest.Create(endpoint, authentication, options);

    public virtual string AccountName { get; }

    public virtual Uri Uri => rest.Endpoint;

    /// <summary>A filter whose interpolated values are quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>A client for one table; it need not exist.</summary>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new(rest, tableName, AccountName);
    }

    public virtual Response<TableItem> CreateTable(
        string tableName, CancellationToken cancellationToken = default)
        => Sync.Result(CreateAsync(rest, false, tableName, false, cancellationToken));

    public virtual async Task<Response<TableItem>> CreateTableAsync(
        string tableName, CancellationToken cancellationToken = default)
        => await CreateAsync(rest, true, tableName, false, cancellationToken);

    /// <summary>A table that is there already answers with status 409.</summary>
    public virtual Response<TableItem> CreateTableIfNotExists(
        string tableName, CancellationToken cancellationToken = default)
        => Sync.Result(CreateAsync(rest, false, tableName, true, cancellationToken));

    /// <summary>A table that is there already answers with status 409.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default)
        => await CreateAsync(rest, true, tableName, true, cancellationToken);

    /// <summary>A table that is not there answers with status 404.</summary>
    public virtual Response DeleteTable(
        string tableName, CancellationToken cancellationToken = default)
        => Sync.Result(DeleteAsync(rest, false, tableName, cancellationToken));

    /// <summary>A table that is not there answers with status 404.</summary>
    public virtual async Task<Response> DeleteTableAsync(
        string tableName, CancellationToken cancellationToken = default)
        => await DeleteAsync(rest, true, tableName, cancellationToken);

    public virtual Pageable<TableItem> Query(
        string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default)
        => new SyncPages<TableItem>(Tables(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default)
        => new AsyncPages<TableItem>(Tables(filter), maxPerPage, cancellationToken);

    internal static async ValueTask<Response<TableItem>> CreateAsync(
        TableRest rest, bool isAsync, string table, bool unlessThere, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["TableName"] = table });
        var response = await rest.SendAsync(
            isAsync, new RowRequest(RequestMethod.Post, "Tables", null, body),
            unlessThere ? HttpStatusCode.Conflict : null, cancel);

        // A table in deletion also conflicts, and is of no use to the caller.
        return response.Status == (int)HttpStatusCode.Conflict
            && new RequestFailedException(response) is var conflict
            && new TableErrorCode(conflict.ErrorCode ?? "") == TableErrorCode.TableBeingDeleted
            ? throw conflict
            : Response.FromValue(new TableItem(table), response);
    }

    internal static ValueTask<Response> DeleteAsync(
        TableRest rest, bool isAsync, string table, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        return rest.SendAsync(
            isAsync, RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(table)}')", [],
            HttpStatusCode.NotFound, cancel);
    }

    private PageSource<TableItem> Tables(string filter)
    {
        var pages = new Pages(rest);
        return (isAsync, token, size, cancel)
            => pages.TablesAsync(isAsync, filter, token, size, cancel);
    }
}
