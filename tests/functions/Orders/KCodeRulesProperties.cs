using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class KCodeRulesProperties
{
    [Fact]
    public void No_sequence_asks_for_more_codes_or_takes_more_of_them_than_may_be()
        => OrderPrograms.ForAnyKCode(static (before, _, decision) =>
        {
            var next = decision is Moved moved ? moved.Order : before;
            KCode[] codes = [.. next.Attempts.Select(static a => a.KCode).OfType<KCode>()];
            codes.Sum(static c => 1 + c.Resends.Length)
                .ShouldBeLessThanOrEqualTo(KCodeRules.MaxCodes);
            codes.SelectMany(static c => c.Tries)
                .Count(static t => t.State != KCodeTryState.Open)
                .ShouldBeLessThanOrEqualTo(KCodeRules.MaxTries);
            next.OpenAttempts().Count(static a => a.KCode is { IsPaying: true })
                .ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void An_attempt_that_is_perhaps_being_paid_ends_by_nothing_but_the_channels_word()
        => OrderPrograms.ForAnyKCode(static (before, said, decision) =>
        {
            if (decision is not Moved moved)
            {
                return;
            }

            foreach (var attempt in before.OpenAttempts().Where(static a => a.KCode?.Tries.Any(
                static t => t.State != KCodeTryState.Wrong) == true))
            {
                var next = moved.Order.FindAttempt(attempt.Number)!;
                (next.State != AttemptState.Ended
                    || said.Command is Decline or Revoke or Close or Expire or FailKCode
                        or RefuseKCode)
                    .ShouldBeTrue($"{said.Command} ended what nobody knows");
            }
        });

    [Fact]
    public void Every_request_number_is_one_request()
        => OrderPrograms.ForAnyKCode(static (before, said, decision) =>
        {
            if (said.Command is TryKCode entered
                && KCodeRules.FindTry(before, entered.OutRequestNo) is not null)
            {
                decision.ShouldBeOfType<Replayed>();
            }

            if (said.Command is RequestKCode request
                && KCodeRules.FindRequest(before, request.OutRequestNo) is not null)
            {
                decision.ShouldBeOfType<Replayed>();
            }
        });
}
