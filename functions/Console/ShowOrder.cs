using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.Keys;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Console;

/// <summary>One order with its whole history.</summary>
internal sealed class ShowOrder(ShowHistory show, DrawToken draw)
{
    /// <summary>Behind the path when a notification will be sent again.</summary>
    public const string SaidResent = "resent";

    /// <summary>Behind the path when a refund was asked for.</summary>
    public const string SaidRefund = "refund";

    /// <summary>What a refund from here is numbered by, with chance behind it.</summary>
    public const string RefundPrefix = "console-";

    private const int DrawnCharacters = 24;

    /// <summary>Where the page of an order is.</summary>
    public static string PathOf(OrderId id) => $"{ListOrders.Path}/{id}";

    /// <summary>The history, or null when the application has no such order.</summary>
    public async Task<OrderHistory?> FindAsync(
        ConsoleVisitor visitor, string transactionId, CancellationToken cancellation)
        => OrderId.TryParse(transactionId, out var id)
            && await show.RunAsync(id, cancellation) is { } history
            && string.Equals(
                history.Order.AppId, visitor.Application.AppId, StringComparison.Ordinal)
                ? history
                : null;

    /// <summary>The page.</summary>
    /// <param name="visitor">Who looks.</param>
    /// <param name="transactionId">Which order.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IResult> RunAsync(
        ConsoleVisitor visitor, string transactionId, CancellationToken cancellation)
    {
        if (await FindAsync(visitor, transactionId, cancellation) is not { } history)
        {
            return ConsoleCall.Missing(visitor);
        }

        var texts = visitor.Texts;
        return Page(
            visitor, history,
            visitor.Payer.Request.Query["said"].ToString() switch
            {
                SaidResent => texts.Resent,
                SaidRefund => texts.RefundAsked,
                _ => null,
            },
            StatusCodes.Status200OK);
    }

    /// <summary>The page of a history.</summary>
    public PageReply<OrderPage, OrderView> Page(
        ConsoleVisitor visitor, OrderHistory history, string? said, int status)
        => new(
            OrderTables.Of(
                history, visitor.Frame(ListOrders.Path, said),
                RefundPrefix + draw()[..DrawnCharacters]),
            visitor.Payer.Texts, status);
}
