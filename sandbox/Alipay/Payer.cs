namespace PayFunctions.Sandbox.Alipay;

/// <summary>What the payer does, from the page or from the control interface.</summary>
internal sealed class Payer(
    TradeBook book, NotificationSender sender, Background background, TimeProvider time)
{
    /// <summary>The longest a payer may put paying off, in seconds.</summary>
    public const int MaximumDelaySeconds = 3600;

    /// <summary>Pays now, and has the merchant notified.</summary>
    public TradeMove Pay(PayOrder order)
    {
        var move = book.Pay(order);
        if (move is { Moved: true, Trade: { } trade })
        {
            sender.Start(trade);
        }

        return move;
    }

    /// <summary>Logs in now and pays after a while, if it can still be paid then.</summary>
    public TradeMove PayLater(PayOrder order, TimeSpan delay)
    {
        var move = book.Open(order);
        if (move.Error is null
            && !background.TryStart(cancel => WaitAndPayAsync(order, delay, cancel)))
        {
            return move with { Error = GatewayError.Busy };
        }

        return move;
    }

    /// <summary>Logs in and leaves without paying.</summary>
    public TradeMove Leave(PayOrder order) => book.Open(order);

    private async Task WaitAndPayAsync(PayOrder order, TimeSpan delay, CancellationToken cancel)
    {
        await Task.Delay(delay, time, cancel);
        Pay(order);
    }
}
