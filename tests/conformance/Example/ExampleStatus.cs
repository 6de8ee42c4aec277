using System.Globalization;
using PayFunctions.Channels;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>What the channel's words mean. Every answer has a meaning here.</summary>
internal static class ExampleStatus
{
    /// <summary>What an answer to a question about a trade says.</summary>
    public static ChannelOutcome OfTrade(FormPairs answer, ChannelOrderNo number)
        => answer.Text("number"u8) != number.ToString()
            ? new Unknown("the answer is not about this trade")
            : answer.Text("state"u8) switch
            {
                "none" or "waiting" => new Waiting("not paid yet"),
                "ended" => new Declined("ended"),
                "paid" => Paid(answer),
                _ => new Unknown("the answer has no known state"),
            };

    /// <summary>What an answer about a refund says.</summary>
    public static RefundOutcome OfRefund(FormPairs answer, ChannelRefundNo number)
        => answer.Text("refund"u8) != number.ToString()
            ? new RefundUnknown("the answer is not about this refund")
            : answer.Text("state"u8) switch
            {
                "done" => new RefundSucceeded(ChannelRefundNo: null, At: null),
                "refused" => new RefundDeclined("refused"),
                "absent" => new RefundAbsent("the channel has no such refund"),
                _ => new RefundUnknown("the answer has no known state"),
            };

    /// <summary>A payment, or Unknown when a part of it cannot be read.</summary>
    public static ChannelOutcome Paid(FormPairs form)
        => Number(form.Text("fen"u8)) is { } fen && fen <= Money.MaxFen
            && Number(form.Text("at"u8)) is { } at
            && form.Text("trade"u8) is { } trade
                ? new Succeeded(Money.OfFen(fen), trade, DateTimeOffset.FromUnixTimeSeconds(at))
                : new Unknown("paid, but fen, at or trade is unreadable");

    private static long? Number(string? text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
