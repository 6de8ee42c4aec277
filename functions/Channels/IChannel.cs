namespace PayFunctions.Channels;

/// <summary>
/// One payment channel. What it can do is said by the small interfaces it implements beside this
/// one: whoever wants a capability asks <see cref="ChannelRouter"/> for it.
/// </summary>
internal interface IChannel
{
    /// <summary>The channel's name in routes, registrations and on the wire: <c>alipay</c>.
    /// </summary>
    string Name { get; }

    /// <summary>Its products, in the order a cashier offers them.</summary>
    IReadOnlyList<ChannelProduct> Products { get; }

    /// <summary>
    /// What is wrong with an account's settings and secrets: a sentence each, that names the
    /// setting and never its value. Empty when the account can be used.
    /// </summary>
    IReadOnlyList<string> FaultsOf(AccountMaterial material);
}
