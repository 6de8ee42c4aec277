namespace PayFunctions.Channels;

/// <summary>
/// One payment channel. What it can do is said by the small interfaces it implements beside this
/// one: whoever wants a capability asks <see cref="ChannelRouter"/> for it.
/// </summary>
internal interface IChannel
{
    /// <summary>The channel's name in routes, settings and on the wire: <c>alipay</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Its products, as merchants name them: <c>alipay_page</c>, <c>alipay_wap</c>.
    /// </summary>
    IReadOnlyList<string> Products { get; }

    /// <summary>Whether that account is configured.</summary>
    bool HasAccount(string account);
}
