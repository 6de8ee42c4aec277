using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Signing;

/// <summary>Signs every attempt anew, so that a late retry carries a fresh date.</summary>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential, TimeProvider time)
    : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var headers = message.Request.Headers;
        var date = time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        headers.SetValue("x-ms-date", date);
        var signature = credential.Sign($"{date}\n{Resource(message.Request.Uri.ToUri())}");
        headers.SetValue(
            "Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    // The path as sent, escapes and all; of the query only "comp" counts, which no request has.
    private string Resource(Uri uri) => $"/{credential.AccountName}{uri.AbsolutePath}";
}
