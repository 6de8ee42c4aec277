namespace PayFunctions.Net;

/// <summary>Which schemes an application's URLs may have.</summary>
internal enum UrlSchemes
{
    /// <summary>https and nothing else.</summary>
    HttpsOnly,

    /// <summary>http too: the application's registration says so.</summary>
    HttpToo,
}
