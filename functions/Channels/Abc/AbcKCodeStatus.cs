using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about payments by code mean. Its sentences could repeat the card: a reason
/// is made of the return code alone.
/// </summary>
internal static class AbcKCodeStatus
{
    /// <summary>What the answer to the first request says.</summary>
    public static KCodeSending OfSending(
        AbcAnswer answer, AbcAccount account, KCodeRequest request)
        => AbcReturnCode.IsNotSigned(answer.Code)
            ? AbcAddress.PageOf(answer.Text("PaymentURL"), account) is { } page
                ? new KCodeNotSigned(page)
                : new KCodeRefused("the payer must sign up, and PaymentURL is no page of the bank")
            : AbcReturnCode.MeaningOf(answer.Code, account) switch
            {
                AbcMeaning.Done => IsAbout(answer, request)
                    ? new KCodeSent()
                    : new KCodeUndecided("the answer is not about this order and amount"),
                AbcMeaning.Refused => new KCodeRefused(Said(answer)),
                _ => new KCodeUndecided(Said(answer)),
            };

    /// <summary>
    /// What the answer to the wish for another code says. Only that the bank has no such order says
    /// that no code will come: else the payer may still have the first one.
    /// </summary>
    public static KCodeSending OfResending(AbcAnswer answer, AbcAccount account)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done => new KCodeSent(),
            AbcMeaning.NoSuchOrder => new KCodeRefused(Said(answer)),
            _ => new KCodeUndecided(Said(answer)),
        };

    /// <summary>What the answer to a code says: paid, where that is only accepted.</summary>
    public static ChannelOutcome OfPayment(
        AbcAnswer answer, AbcAccount account, KCodeRequest request)
        => answer.Code is { } code && account.KCode.WrongCodes.Contains(code)
            ? new WrongCode(Said(answer))
            : AbcReturnCode.MeaningOf(answer.Code, account) switch
            {
                AbcMeaning.Done when IsAbout(answer, request) => new Succeeded(
                    request.Order.Terms.Total, request.Number.ToString(),
                    HostTimeOf(answer) ?? request.Attempt.OpenedAt),
                AbcMeaning.Done => new Unknown("the answer is not about this order and amount"),
                AbcMeaning.Refused or AbcMeaning.NoSuchOrder => new Declined(Said(answer)),
                _ => new Unknown(Said(answer)),
            };

    /// <summary>HostDate and HostTime: when the money moved; null where they are missing.</summary>
    public static DateTimeOffset? HostTimeOf(AbcAnswer answer)
        => BeijingClock.TryRead(
            $"{answer.Text("HostDate")} {answer.Text("HostTime")}", BeijingClock.Slashed,
            out var at)
            ? at
            : null;

    private static bool IsAbout(AbcAnswer answer, KCodeRequest request)
        => answer.Says("OrderNo", request.Number.ToString())
            && YuanText.TryRead(answer.Text("OrderAmount"), out var total)
            && total == request.Order.Terms.Total;

    private static string Said(AbcAnswer answer)
        => answer.Code is { } code && AbcReturnCode.IsCode(code)
            ? $"return code {code}"
            : "no return code";
}
