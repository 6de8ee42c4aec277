using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What a genuine notification about an agreement says: <c>AGENTSIGN</c> or <c>AGENTUNSIGN</c>. It
/// has no moment: ours is taken.
/// </summary>
internal static class AbcAgreementNotice
{
    private const string Success = "0000";

    /// <summary>Reads the verified fields.</summary>
    public static NotificationReading Read(FlatXml fields, DateTimeOffset now)
    {
        if (!AbcAgreementMessages.TryNumber(fields.Find("OrderNo"), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        if (fields.Find("ReturnCode") is { } code and not Success)
        {
            // Documented for successes only: a question will tell.
            return new Genuine(number, new Unknown($"notified with {code}"));
        }

        return fields.Find("ReturnCode") is Success
            && AbcAgreementStatus.TryNumber(fields.Find("AgentSignNo"), out var agreementNo)
                ? new AbcSigning(
                    number, agreementNo,
                    fields.Find("TrxType") is "AGENTSIGN"
                        ? new Succeeded(AbcAgreementStatus.Nothing, agreementNo, now)
                        : new Unsigned(agreementNo, now))
                : new NotAccepted(NotificationRefusal.FieldInvalid);
    }

    /// <summary>
    /// What was notified is, once the bank was asked about it too. A signature may have been ended
    /// since; an end is never followed by being in force.
    /// </summary>
    public static NotificationReading Confirmed(AbcSigning notified, ChannelOutcome asked)
        => (notified.Outcome, asked) switch
        {
            (Succeeded told, Succeeded same) when string.Equals(
                told.ChannelTradeNo, same.ChannelTradeNo, StringComparison.Ordinal)
                => notified.Plain,
            (_, Unsigned over) when string.Equals(
                notified.AgreementNo, over.ChannelAgreementNo, StringComparison.Ordinal)
                => new Genuine(notified.Number, over),

            // No status is documented for one that is over: what is not in force may be it.
            (Unsigned, Unknown) => notified.Plain,
            (_, Unknown unknown) => new NotProved(unknown.Reason, notified.Number),
            _ => new NotAccepted(NotificationRefusal.ProofDiffers),
        };
}
