namespace PayFunctions.Channels;

/// <summary>Finds the channel, and in it the capability, that a name asks for.</summary>
internal sealed class ChannelRouter(IEnumerable<IChannel> channels)
{
    private readonly IChannel[] all = [.. channels];

    /// <summary>Every product of every channel, in the order they were registered.</summary>
    public IEnumerable<string> Products => all.SelectMany(static c => c.Products);

    /// <summary>The channel of a product if it has the capability, else null.</summary>
    public T? ForProduct<T>(string product)
        where T : class, IChannel
        => all.OfType<T>().FirstOrDefault(
            c => c.Products.Contains(product, StringComparer.Ordinal));

    /// <summary>The channel with that name if it has the capability, else null.</summary>
    public T? ForName<T>(string name)
        where T : class, IChannel
        => all.OfType<T>().FirstOrDefault(
            c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
