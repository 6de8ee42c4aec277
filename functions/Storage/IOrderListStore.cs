namespace PayFunctions.Storage;

/// <summary>Which orders an application created, by time.</summary>
internal interface IOrderListStore
{
    /// <summary>
    /// Notes an order that is about to be committed. What is noted may never come, or come with
    /// another time: whoever reads the list reads the order too.
    /// </summary>
    Task AddAsync(OrderListing listing, string appId, CancellationToken cancellation);

    /// <summary>What was noted of an application on a Beijing day, by time.</summary>
    /// <param name="appId">The application.</param>
    /// <param name="day">The day.</param>
    /// <param name="after">Only what comes behind this one; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<OrderListing> ReadAsync(
        string appId, DateOnly day, OrderListing? after, CancellationToken cancellation);
}
