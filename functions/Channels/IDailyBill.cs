namespace PayFunctions.Channels;

/// <summary>The channel hands out a bill of each day's payments and refunds.</summary>
internal interface IDailyBill : IChannel
{
    /// <summary>
    /// Asks for an account's bill of a day in the channel's own time zone: a
    /// <see cref="BillReady"/>, or why there is none.
    /// </summary>
    Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation);
}
