using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>What merchants do.</summary>
internal sealed class MerchantActs(Scene scene)
{
    private const int Orders = 4;
    private const int NumbersPerOrder = 4;

    private static readonly string[] Apps = [Durable.Reviving, Durable.Refunding];
    private static readonly TimeSpan[] Lifetimes =
    [
        TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), TimeSpan.FromHours(2),
        TimeSpan.FromDays(1), TimeSpan.FromDays(8), TimeSpan.FromDays(15),
    ];

    private readonly Dictionary<string, (OrderId, int, long)> answers =
        new(StringComparer.Ordinal);

    /// <summary>Creates an order, again or with another lifetime.</summary>
    public async Task CreateAsync()
    {
        var number = scene.Next(Orders);
        var lifetime = Lifetimes[number + (scene.OneIn(5) ? 1 : 0)];
        scene.Note($"create {number} for {lifetime}");
        await scene.Gateway.CreateAsync(
            Apps[number % Apps.Length], $"A-{number}", scene.Terms(100 + number, lifetime));
    }

    /// <summary>Asks.</summary>
    public async Task QueryAsync(Order order)
    {
        scene.Note($"query {order.Id}");
        await scene.Gateway.QueryAsync(order.AppId, order.Id);
    }

    /// <summary>Closes.</summary>
    public async Task CloseAsync(Order order)
    {
        scene.Note($"close {order.Id}");
        var decision = await scene.Gateway.CloseAsync(order.Id);
        scene.Note($"  {(decision is Refused { Why: var why } ? why : decision.GetType().Name)}");
    }

    /// <summary>Cancels.</summary>
    public async Task CancelAsync(Order order)
    {
        scene.Note($"cancel {order.Id}");
        var result = await scene.Gateway.CancelAsync(order.Id);
        scene.Note($"  {(result is NotCancelled { Why: var why } ? why : result.GetType().Name)}");
    }

    /// <summary>Wants news again.</summary>
    public async Task ResendAsync(Order order)
    {
        var news = scene.Durable.Orders.MovesOf(order.Id)
            .Where(static m => m.Notice is not null)
            .ToList();
        if (news.Count > 0)
        {
            var id = scene.Pick(news).Notice!.Id;
            scene.Note($"resend {id}");
            await scene.Gateway.ResendAsync(order.AppId, id);
        }
    }

    /// <summary>
    /// Refunds: everything, a part, too much; under a new number, the same one, or one of another
    /// order.
    /// </summary>
    public async Task RefundAsync(Order order)
    {
        var number = $"R-{order.OutTradeNo}-{scene.Next(NumbersPerOrder)}";
        if (scene.OneIn(12))
        {
            number = "R-common";
        }

        var total = order.Terms.Total.Fen;
        var fen = scene.Next(6) switch
        {
            0 => total,
            1 => total + 1,
            2 => total - (order.Payment is null ? 0 : order.RefundedOf(order.Payment.Attempt).Fen),
            _ => 1 + scene.Next((int)total / 2),
        };
        if (fen < 1)
        {
            return;
        }

        scene.Note($"refund {fen} of {order.Id} as {number}");
        var result = await scene.Gateway.RefundAsync(
            order.AppId, order.Id, new RequestRefund(number, Money.OfFen(fen), Reason: null));
        scene.Note($"  {(result is RefundKnown { Refund: var made } ? made : result)}");
        if (result is RefundKnown known)
        {
            known.Refund.Total.Fen.ShouldBe(fen);
            IsTheSame(order.AppId, number, known);
        }
    }

    /// <summary>Asks about a refund.</summary>
    public async Task QueryRefundAsync(Order order)
    {
        var number = $"R-{order.OutTradeNo}-{scene.Next(NumbersPerOrder)}";
        scene.Note($"query refund {number}");
        if (await scene.Gateway.QueryRefundAsync(order.AppId, number) is { } known)
        {
            IsTheSame(order.AppId, number, known);
        }
    }

    /// <summary>One merchant number is one refund, whoever asks when.</summary>
    private void IsTheSame(string appId, string number, RefundKnown known)
    {
        var answer = (known.Order.Id, known.Refund.Number, known.Refund.Total.Fen);
        if (!answers.TryAdd($"{appId} {number}", answer))
        {
            answer.ShouldBe(answers[$"{appId} {number}"], number);
        }
    }
}
