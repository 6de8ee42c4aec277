using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Batch;

namespace Azure.Data.Tables.Wire;

/// <summary>The Table service's requests over Azure.Core's pipeline.</summary>
/// <param name="endpoint">Of the account, without a table.</param>
/// <param name="pipeline">Signs and repeats.</param>
/// <param name="version">The <c>x-ms-version</c>.</param>
internal sealed class TableRest(Uri endpoint, HttpPipeline pipeline, string version)
{
    public const string Accept = "application/json;odata=minimalmetadata";

    public Uri Endpoint => endpoint;

    public static TableRest Create(
        Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        var stack = new HttpPipelineOptions(options)
        {
            RequestFailedDetailsParser = ServiceError.Parser,
        };
        stack.PerRetryPolicies.Add(authentication);
        return new(endpoint, HttpPipelineBuilder.Build(stack), options.VersionText);
    }

    /// <summary>Sends a request without a body.</summary>
    /// <param name="isAsync">False blocks, as the synchronous methods ask.</param>
    /// <param name="method">GET or DELETE.</param>
    /// <param name="path">Below the endpoint, escaped.</param>
    /// <param name="query">Unescaped; a null value is left out.</param>
    /// <param name="expected">A status that is an answer here, not an error.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public async ValueTask<Response> SendAsync(
        bool isAsync, RequestMethod method, string path,
        IEnumerable<(string Name, string Value)> query, HttpStatusCode? expected,
        CancellationToken cancel)
    {
        using var message = Message(method, path, expected);
        foreach (var (name, value) in query.Where(q => q.Value is not null))
        {
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        }

        message.Request.Headers.SetValue("Accept", Accept);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        return await SendAsync(isAsync, message, cancel);
    }

    /// <summary>Sends one write to one row.</summary>
    public async ValueTask<Response> SendAsync(
        bool isAsync, RowRequest row, HttpStatusCode? expected, CancellationToken cancel)
    {
        using var message = Message(row.Method, row.Path, expected);
        foreach (var (name, value) in row.Headers)
        {
            message.Request.Headers.SetValue(name, value);
        }

        if (!row.Body.IsEmpty)
        {
            message.Request.Content = RequestContent.Create(row.Body);
        }

        return await SendAsync(isAsync, message, cancel);
    }

    /// <summary>Sends the writes as one batch; all are done, or none.</summary>
    /// <exception cref="TableTransactionFailedException">One of them was refused.</exception>
    public async ValueTask<Response<IReadOnlyList<Response>>> SendAsync(
        bool isAsync, IReadOnlyList<RowRequest> rows, CancellationToken cancel)
    {
        using var message = Message(RequestMethod.Post, "$batch", null);
        var batch = new BatchContent(endpoint, message.Request.ClientRequestId);
        message.Request.Headers.SetValue("Accept", RowRequest.Json);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Content-Type", batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Write(rows));
        var response = await SendAsync(isAsync, message, cancel);
        return Response.FromValue(BatchAnswer.Read(response, rows.Count), response);
    }

    private HttpMessage Message(RequestMethod method, string path, HttpStatusCode? expected)
    {
        var context = new RequestContext();
        if (expected is { } status)
        {
            context.AddClassifier((int)status, isError: false);
        }

        var message = pipeline.CreateMessage(context, pipeline.ResponseClassifier);
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}"));
        message.Request.Headers.SetValue("x-ms-version", version);
        return message;
    }

    private async ValueTask<Response> SendAsync(
        bool isAsync, HttpMessage message, CancellationToken cancel)
    {
        if (isAsync)
        {
            await pipeline.SendAsync(message, cancel);
        }
        else
        {
            pipeline.Send(message, cancel);
        }

        return message.Response.IsError
            ? throw new RequestFailedException(message.Response)
            : message.Response;
    }
}
