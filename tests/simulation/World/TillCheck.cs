using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>A payer does not stand at a till for ever.</summary>
internal sealed class TillCheck(Durable durable)
{
    /// <summary>From the end of the payer's time, or of the last trouble, to the end.</summary>
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(15);

    /// <summary>The same where the channel can end nothing, and the order's time must be up.
    /// </summary>
    private static readonly TimeSpan Hours = TimeSpan.FromHours(2);

    /// <summary>
    /// Once the channel answers, an undecided payment ends in minutes; after a long trouble, in no
    /// more than as long as that lasted.
    /// </summary>
    public void HoldNow(Order order)
    {
        foreach (var attempt in order.OpenAttempts())
        {
            if (attempt.PollUntil is not { } until)
            {
                continue;
            }

            var calm = durable.Door.LastTroubleAt > until ? durable.Door.LastTroubleAt : until;
            var latest = attempt.Product.StartsWith(Habits.Bare.Name, StringComparison.Ordinal)
                ? (calm > order.ExpiresAt ? calm : order.ExpiresAt) + Hours
                : calm + (calm - until) + Minutes;
            if (durable.Clock.GetUtcNow() > latest)
            {
                throw new ShouldAssertException(
                    $"Nobody ends {attempt} of {order.Id} since {until:O}.");
            }
        }
    }
}
