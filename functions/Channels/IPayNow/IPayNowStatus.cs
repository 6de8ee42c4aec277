using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// What ipaynow's words about a payment mean. <c>responseCode</c> tells whether the call worked,
/// <c>transStatus</c> what became of the payment.
/// </summary>
internal static class IPayNowStatus
{
    /// <summary>What an answer to a query says.</summary>
    /// <param name="account">Whose answer it is.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="number">The trade that was asked about.</param>
    /// <param name="now">When it was paid, where the answer names no time at all.</param>
    public static ChannelOutcome OfQuery(
        IPayNowAccount account, IPayNowAnswer answer, ChannelOrderNo number, DateTimeOffset now)
        => AboutAnother(answer, number) is { } other ? other
            : (answer.Code, answer.Text("transStatus"u8)) switch
            {
                (IPayNowCode.Success, var status) => OfStatus(
                    account, answer, number, status, now),
                (IPayNowCode.Failure, null) when IsAbsent(account, answer)
                    => new Waiting("the trade has not begun"),
                _ => new Unknown($"the query failed: {answer.Said}"),
            };

    /// <summary>What the answer to a charge says.</summary>
    /// <param name="account">Whose answer it is.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="request">The charge.</param>
    public static ChannelOutcome OfCharge(
        IPayNowAccount account, IPayNowAnswer answer, ChargeRequest request)
        => AboutAnother(answer, request.Number) is { } other ? other
            : !answer.IsOrLacks(
                "mhtOrderAmt"u8, IPayNowAmount.Write(request.Order.Terms.Total))
                ? new Unknown("the answer is about another amount")
            : (answer.Code, answer.Text("transStatus"u8)) switch
            {
                (IPayNowCode.Success, var status) => OfStatus(
                    account, answer, request.Number, status, request.Now),
                (IPayNowCode.Failure,
                    null or IPayNowCode.Failure or IPayNowCode.Refused or IPayNowCode.Closed)
                    => new Declined(answer.Said),
                _ => new Unknown($"no verdict: {answer.Said}"),
            };

    /// <summary>The number that names a trade: ipaynow's, or else our own.</summary>
    /// <remarks>
    /// Profile A leaves nowPayOrderNo out of some messages; then ours names the trade.
    /// </remarks>
    public static string? NameOf(
        IPayNowAccount account, ReadOnlySpan<byte> nowPayOrderNo, ChannelOrderNo number)
        => !account.NamedByIPayNow
            || (nowPayOrderNo.IsEmpty && account.Profile == IPayNowProfile.A)
                ? number.ToString()
                : IPayNowNumber.Read(nowPayOrderNo);

    /// <summary>
    /// Reads 14 digits of Beijing's clock; a time that is not there is <paramref name="usual"/>,
    /// one that cannot be read is null.
    /// </summary>
    public static DateTimeOffset? TimeOf(string? text, DateTimeOffset usual)
        => text is null ? usual
            : BeijingClock.TryRead(text, BeijingClock.Digits, out var moment) ? moment
            : null;

    private static ChannelOutcome OfStatus(
        IPayNowAccount account, IPayNowAnswer answer, ChannelOrderNo number, string? status,
        DateTimeOffset now)
        => status switch
        {
            IPayNowCode.Success => Paid(account, answer, number, now),
            IPayNowCode.Accepted or IPayNowCode.Unprocessed => new Waiting(status),
            IPayNowCode.Failure or IPayNowCode.Refused => new Declined(status),
            IPayNowCode.Closed when account.Profile == IPayNowProfile.B => new Declined(status),
            IPayNowCode.Unknown => new Unknown("ipaynow does not know the result yet"),
            _ => new Unknown("the answer has no known transStatus"),
        };

    /// <summary>Profile A names no time of the payment: then the answer's own is the nearest.
    /// </summary>
    private static ChannelOutcome Paid(
        IPayNowAccount account, IPayNowAnswer answer, ChannelOrderNo number, DateTimeOffset now)
        => !answer.IsOrLacks("mhtCurrencyType"u8, IPayNowAmount.Currency)
                ? new Unknown("paid, but in another currency")
            : IPayNowAmount.TryRead(answer.Bytes("mhtOrderAmt"u8), out var total)
                && NameOf(account, answer.Bytes("nowPayOrderNo"u8), number) is { } name
                && TimeOf(
                    answer.Text("payTime"u8) ?? answer.Text("responseTime"u8), now) is { } paidAt
                ? new Succeeded(total, name, paidAt)
                : new Unknown(
                    "paid, but mhtOrderAmt, nowPayOrderNo or payTime is unreadable");

    private static Unknown? AboutAnother(IPayNowAnswer answer, ChannelOrderNo number)
        => answer.Is("mhtOrderNo"u8, number.ToString())
            ? null
            : new Unknown("the answer is not about this trade");

    // The documents do not say how a query about an unknown order is answered; a wrong guess
    // would end a paid order, so only words that the operator knows count.
    private static bool IsAbsent(IPayNowAccount account, IPayNowAnswer answer)
        => answer.Text("responseMsg"u8)?.Contains(
            account.OrderAbsentText, StringComparison.Ordinal) == true;
}
