namespace PayFunctions.Sdk;

/// <summary>Which gateway is meant, and how strictly its address is judged.</summary>
public sealed record PayEnvironment
{
    private PayEnvironment(Uri gateway, bool isSandbox)
    {
        Gateway = gateway;
        IsSandbox = isSandbox;
    }

    /// <summary>The gateway's origin, such as <c>https://pay.example.com</c>; no path.</summary>
    public Uri Gateway { get; }

    /// <summary>True for test money; plain http to this machine is then allowed.</summary>
    public bool IsSandbox { get; }

    /// <summary>Real money: https only.</summary>
    /// <param name="gateway">The gateway's origin.</param>
    /// <returns>An environment that is checked together with the other options.</returns>
    public static PayEnvironment Production(Uri gateway) => new(gateway, isSandbox: false);

    /// <summary>Test money: https anywhere, or http to a loopback address.</summary>
    /// <param name="gateway">The origin; by default <c>http://127.0.0.1:7071</c>.</param>
    /// <returns>An environment that is checked together with the other options.</returns>
    public static PayEnvironment Sandbox(Uri? gateway = null)
        => new(gateway ?? new Uri("http://127.0.0.1:7071"), isSandbox: true);

    internal string? Problem()
    {
        if (!Gateway.IsAbsoluteUri)
        {
            return "must be an absolute address such as https://pay.example.com";
        }

        if (Gateway.UserInfo.Length > 0 || Gateway.PathAndQuery is not "/"
            || Gateway.Fragment.Length > 0)
        {
            return "must be an origin: no user, path, query or fragment";
        }

        return (Gateway.Scheme, IsSandbox, Gateway.IsLoopback) switch
        {
            ("https", _, _) or ("http", true, true) => null,
            ("http", true, false) => "must be https: http is for loopback addresses only",
            _ => "must be https",
        };
    }
}
