using System.Net;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Cashier;

/// <summary>What a browser received.</summary>
internal sealed record Answer(int Status, IHeaderDictionary Headers, byte[] Bytes)
{
    /// <summary>The body as it was sent.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>The body as a reader sees it.</summary>
    public string Read => WebUtility.HtmlDecode(Text);
}
