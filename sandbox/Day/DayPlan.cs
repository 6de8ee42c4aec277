using PayFunctions.Sandbox.Shop;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Day;

/// <summary>Draws a day: more orders at noon and in the evening than at night, most of them paid,
/// some given back, some with trouble at the channel. Pure but for its numbers.</summary>
internal static class DayPlan
{
    /// <summary>The hours of a day.</summary>
    public const int Hours = 24;

    private const int SilentPercent = 5;
    private const int DeclinedPercent = 4;
    private const int LeavingPercent = 8;
    private const int RefundedPercent = 15;
    private const int WholePercent = 100;
    private const int FaultPercent = 10;

    /// <summary>How busy each hour is.</summary>
    private static readonly int[] Busy =
        [1, 1, 1, 1, 1, 1, 2, 4, 6, 6, 7, 9, 10, 8, 6, 6, 6, 7, 9, 10, 9, 7, 4, 2];

    private static readonly string[] Faults =
    [
        .. Fault.OfNotifications.Where(static f => f is not Fault.LateNotification),
        Fault.Busy, Fault.Http500, Fault.LostAnswer, Fault.CutAnswer,
    ];

    /// <summary>The orders, by their hours.</summary>
    /// <param name="options">How many, and drawn from what.</param>
    /// <param name="ways">The channel products that are paid by page or by code.</param>
    public static IReadOnlyList<PlannedOrder> Draw(
        DayOptions options, IReadOnlyList<ShopChannel> ways)
    {
        var chance = new Random(options.Seed);
        return
        [
            .. Enumerable.Range(0, options.Orders)
                .Select(number => Draw(chance, ways[number % ways.Count]))
                .OrderBy(static o => o.Hour),
        ];
    }

    private static PlannedOrder Draw(Random chance, ShopChannel way)
    {
        var act = chance.Next(WholePercent) switch
        {
            < SilentPercent => PayerAct.PaysSilently,
            < SilentPercent + DeclinedPercent => PayerAct.IsDeclined,
            < SilentPercent + DeclinedPercent + LeavingPercent => PayerAct.Leaves,
            _ => PayerAct.Pays,
        };
        return new PlannedOrder(
            HourOf(chance.Next(Busy.Sum())),
            Product.All[chance.Next(Product.All.Count)].Id,
            way.Product,
            act,
            chance.Next(WholePercent) < RefundedPercent ? chance.Next(1, WholePercent + 1) : 0,
            chance.Next(WholePercent) < FaultPercent
                ? Faults[chance.Next(Faults.Length)]
                : null);
    }

    private static int HourOf(int drawn)
    {
        var hour = 0;
        while (drawn >= Busy[hour])
        {
            drawn -= Busy[hour++];
        }

        return hour;
    }
}
