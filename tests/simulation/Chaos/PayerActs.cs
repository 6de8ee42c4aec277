using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>What payers do.</summary>
internal sealed class PayerActs(Scene scene)
{
    private static readonly string[] Products =
        ["sim_page", "sim_wap", "sim_code", "bare_page", "bare_code"];

    /// <summary>Chooses a product, another one or the same again.</summary>
    public async Task OpenAsync(Order order)
    {
        var product = scene.Pick(Products);
        scene.Note($"open {product} of {order.Id}");
        await scene.Gateway.StartAsync(order.Id, product);
    }

    /// <summary>
    /// Pays whatever he has a link for, or confirms. Silence is what the gateway must cope with by
    /// itself: only while it has reason to ask.
    /// </summary>
    public Task PayAsync(Order order)
    {
        if (scene.PickTrade(order) is { } trade)
        {
            var asked = order.FindAttempt(trade.Number.Attempt)?.State == AttemptState.Open;
            var silently = asked && scene.OneIn(3);
            var paid = scene.Durable.ChannelOf(trade).Pay(trade, silently);
            scene.Note($"pay {trade.Number}{(silently ? " silently" : "")}: {paid}");
        }

        return Task.CompletedTask;
    }

    /// <summary>Gives up.</summary>
    public Task GiveUpAsync(Order order)
    {
        if (scene.PickTrade(order) is { } trade)
        {
            var channel = scene.Durable.ChannelOf(trade);
            channel.Begin(trade);
            channel.GiveUp(trade);
            scene.Note($"give up {trade.Number}: {trade.Stage}");
        }

        return Task.CompletedTask;
    }
}
