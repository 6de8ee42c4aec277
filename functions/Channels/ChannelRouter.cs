namespace PayFunctions.Channels;

/// <summary>Finds the channel, and in it the capability, that a name asks for.</summary>
internal sealed class ChannelRouter(IEnumerable<IChannel> channels)
{
    private readonly IChannel[] all = [.. channels];

    /// <summary>Every channel, in the order they were registered.</summary>
    public IReadOnlyList<IChannel> Channels => all;

    /// <summary>Every product of every channel, in the order they were registered.</summary>
    public IEnumerable<ChannelProduct> Products => all.SelectMany(static c => c.Products);

    /// <summary>The products of a channel, by whatever of its faces it offers them.</summary>
    public IEnumerable<ChannelProduct> ProductsOf(string channel)
        => all.Where(c => string.Equals(c.Name, channel, StringComparison.Ordinal))
            .SelectMany(static c => c.Products);

    /// <summary>The product of that name, or null.</summary>
    public ChannelProduct? FindProduct(string name)
        => Products.FirstOrDefault(
            p => string.Equals(p.Name, name, StringComparison.Ordinal));

    /// <summary>The channel of a product if it has the capability, else null.</summary>
    public T? ForProduct<T>(string product)
        where T : class, IChannel
        => all.OfType<T>().FirstOrDefault(
            c => c.Products.Any(
                p => string.Equals(p.Name, product, StringComparison.Ordinal)));

    /// <summary>The channel with that name if it has the capability, else null.</summary>
    public T? ForName<T>(string name)
        where T : class, IChannel
        => all.OfType<T>().FirstOrDefault(
            c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
