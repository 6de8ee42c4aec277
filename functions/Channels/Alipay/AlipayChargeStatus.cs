using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What the answers to a charge, and to the wish for a code, mean.</summary>
internal static class AlipayChargeStatus
{
    private const string UserPaying = "10003";
    private const int CodeMax = 1024;

    /// <summary>What an answer to a charge says. Whatever is not sure is asked about.</summary>
    public static ChannelOutcome OfCharge(
        AlipayAnswer answer, ChannelOrderNo number, Money total)
        => answer.Code switch
        {
            _ when !answer.IsAbout(number) => new Unknown(AlipayStatus.ReasonOf(answer)),
            AlipayAnswer.Ok when !answer.IsGatewayError => Paid(answer, total),
            UserPaying when !answer.IsGatewayError => new Waiting("the payer has to confirm"),
            _ when AlipayRefusalStatus.IsForGood(answer) => new Declined(answer.Codes),
            _ => new Unknown(AlipayStatus.ReasonOf(answer)),
        };

    /// <summary>What an answer to the wish for a code says.</summary>
    public static PageOpening OfCode(AlipayAnswer answer, ChannelOrderNo number)
        => answer.Code switch
        {
            _ when !answer.IsAbout(number) => new PageUnknown(AlipayStatus.ReasonOf(answer)),
            AlipayAnswer.Ok when !answer.IsGatewayError => IsCode(answer.Text("qr_code"))
                ? new CodeReady(answer.Text("qr_code")!)
                : new PageUnknown("the answer has no readable qr_code"),
            _ when AlipayRefusalStatus.IsForGood(answer) => new PageRefused(answer.Codes),
            _ => new PageUnknown(AlipayStatus.ReasonOf(answer)),
        };

    private static ChannelOutcome Paid(AlipayAnswer answer, Money total)
        => !AlipayTradeNo.TryRead(answer.Text("trade_no"), out var tradeNo)
            || !YuanText.TryRead(answer.Text("total_amount"), out var paid)
            || !BeijingClock.TryRead(
                answer.Text("gmt_payment"), BeijingClock.Spaced, out var paidAt)
                ? new Unknown("paid, but trade_no, total_amount or gmt_payment is unreadable")
            : paid != total ? new Unknown("paid, but another amount")
            : new Succeeded(paid, tradeNo, paidAt);

    private static bool IsCode(string? text)
        => text is { Length: > 0 and <= CodeMax }
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http";
}
