namespace PayFunctions.Channels.WeChatPay;

/// <summary>What is said to WeChat Pay, not signed yet. A class without a ToString: bodies carry
/// payers' codes.</summary>
internal sealed class WeChatPayRequest
{
    private WeChatPayRequest(HttpMethod method, string target, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Target = target;
        Body = body;
    }

    /// <summary>GET or POST.</summary>
    public HttpMethod Method { get; }

    /// <summary>Path and query, as they are signed and sent.</summary>
    public string Target { get; }

    /// <summary>The bytes of the body; none for a question.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether it changes nothing, so that it may be repeated after trouble.</summary>
    public bool IsQuestion => Method == HttpMethod.Get;

    /// <summary>A question.</summary>
    public static WeChatPayRequest Get(string target) => new(HttpMethod.Get, target, default);

    /// <summary>Something to be done.</summary>
    public static WeChatPayRequest Post(string target, ReadOnlyMemory<byte> body)
        => new(HttpMethod.Post, target, body);
}
