using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.Channels.Wire;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Refunds;

namespace PayFunctions.Console;

/// <summary>
/// Refunds from the page of an order: asks once more, then does what the interface's call does.
/// The number is in the form, so that pressing twice, or going back and pressing again, is one
/// refund.
/// </summary>
internal sealed class RefundOrder(ShowOrder show, RefundPayment refund)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReasonLength = 80;

    private const string Confirmed = "yes";

    /// <summary>Where the forms go.</summary>
    public static string PathOf(OrderId id) => $"{ShowOrder.PathOf(id)}/refund";

    /// <summary>Runs for a form.</summary>
    public async Task<IResult> RunAsync(
        ConsoleVisitor visitor, string transactionId,
        IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        if (await show.FindAsync(visitor, transactionId, cancellation) is not { } history)
        {
            return ConsoleCall.Missing(visitor);
        }

        var number = fields.GetValueOrDefault("out_request_no") ?? "";
        var reason = (fields.GetValueOrDefault("reason") ?? "").Trim();
        if (!YuanText.TryRead(fields.GetValueOrDefault("amount"), out var amount)
            || amount.Fen == 0
            || !number.StartsWith(ShowOrder.RefundPrefix, StringComparison.Ordinal)
            || !TermsCheck.IsOutTradeNo(number)
            || reason.Length > MaxReasonLength || reason.Any(char.IsControl))
        {
            return show.Page(
                visitor, history, visitor.Texts.AmountWrong, StatusCodes.Status400BadRequest);
        }

        var wanted = new RequestRefund(number, amount, reason.Length > 0 ? reason : null);
        return string.Equals(
            fields.GetValueOrDefault("confirm"), Confirmed, StringComparison.Ordinal)
            ? await DoAsync(visitor, history, wanted, cancellation)
            : Ask(visitor, history.Order, wanted);
    }

    private static PageReply<RefundPage, RefundView> Ask(
        ConsoleVisitor visitor, Order order, RequestRefund wanted)
        => new(
            new RefundView(
                visitor.Frame(ListOrders.Path), order.OutTradeNo, AmountText.Of(wanted.Total),
                new RefundFormView(
                    PathOf(order.Id), wanted.OutRequestNo, YuanText.Write(wanted.Total),
                    wanted.Reason ?? ""),
                ShowOrder.PathOf(order.Id)),
            visitor.Payer.Texts);

    private async Task<IResult> DoAsync(
        ConsoleVisitor visitor, OrderHistory history, RequestRefund wanted,
        CancellationToken cancellation)
        => await refund.RunAsync(
            visitor.Application, history.Order.Id, wanted, cancellation) switch
        {
            RefundKnown => new RedirectReply(
                $"{ShowOrder.PathOf(history.Order.Id)}?said={ShowOrder.SaidRefund}"),
            RefundRefused refused => Refuse(visitor, history, ApiError.Of(refused.Why).Code),
            _ => Refuse(visitor, history, ApiErrorCode.CapabilityUnsupported),
        };

    private PageReply<OrderPage, OrderView> Refuse(
        ConsoleVisitor visitor, OrderHistory history, ApiErrorCode code)
    {
        var entry = ApiErrorMap.Of(code);
        return show.Page(
            visitor, history, $"{visitor.Texts.Refused}: {entry.Code}. {entry.Sentence}",
            entry.Status);
    }
}
