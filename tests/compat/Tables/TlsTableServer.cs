using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>A table service on loopback that knows one Authorization header and one row.</summary>
internal sealed class TlsTableServer : IAsyncDisposable
{
    private const string Row = """{"PartitionKey":"p","RowKey":"r","Seen":"yes"}""";

    private const string Refusal =
        """{"odata.error":{"code":"AuthorizationPermissionMismatch","message":{"value":"No."}}}""";

    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;

    private TlsTableServer(WebApplication app, X509Certificate2 certificate)
    {
        this.app = app;
        this.certificate = certificate;
    }

    public Uri Uri => new($"{app.Urls.Single()}/shop");

    public static async Task<TlsTableServer> StartAsync(string authorization)
    {
        var own = Certificate();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.UseHttps(own)));
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, authorization));
        await server.StartAsync();
        return new(server, own);
    }

    /// <summary>Trusts this server's certificate and no other; repeats nothing.</summary>
    public TableClientOptions Options()
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, shown, _, _) => shown is X509Certificate2 { Thumbprint: var print }
                && print == certificate.Thumbprint;
        var options = new TableClientOptions
        {
            Transport = new HttpClientTransport(new HttpClient(handler)),
        };
        options.Retry.MaxRetries = 0;
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private static Task AnswerAsync(HttpContext context, string authorization)
    {
        var known = context.Request.Headers.Authorization.ToString() == authorization;
        context.Response.StatusCode = known
            ? StatusCodes.Status200OK
            : StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(known ? Row : Refusal);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var signed = request.CreateSelfSigned(now.AddMinutes(-5), now.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pfx), null);
    }
}
