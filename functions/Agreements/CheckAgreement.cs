using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;

namespace PayFunctions.Agreements;

/// <summary>
/// Asks the channel whether an agreement is still in force, at most once in a few seconds: a payer
/// ends it where he signed it, and the news of that may be lost.
/// </summary>
internal sealed class CheckAgreement(
    ChannelQuestion question, AgreementAnswer answer, AskCooldown cooldown, TimeProvider time)
{
    /// <summary>The agreement afterwards.</summary>
    public async Task<Order> RunAsync(StoredOrder agreement, CancellationToken cancellation)
    {
        var order = agreement.Order;
        return AgreementRules.IsActive(order, time.GetUtcNow())
            && order.FindAttempt(order.Payment!.Attempt) is { } signed
            && cooldown.TryEnter(order.Id)
            && await question.AskAsync(order, signed, cancellation) is EndAgreement over
            && await answer.ApplyAsync(agreement, over, cancellation) is Moved moved
                ? moved.Order
                : order;
    }
}
