using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

public sealed class OrderRowSizeTests
{
    private const int ColumnBytes = 64 * 1024;

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public void As_many_refunds_as_an_order_may_have_fit_in_their_column_with_the_longest_words()
    {
        var order = new Order
        {
            Id = OrderId.Of("shop", "A-1"),
            AppId = "shop",
            OutTradeNo = "A-1",
            Terms = new PaymentTerms(
                Money.OfFen(100), "x", null, null, "https://shop.example/", null, null,
                TimeSpan.FromHours(2)),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.Success,
            Version = 1,
            CreatedAt = Now,
            Attempts = [],
            Refunds =
            [
                .. Enumerable.Range(1, RefundRules.MaxRefunds).Select(static number => new Refund(
                    number, 1, Money.OfFen(10_000_000_000), RefundOrigin.SecondSuccess,
                    RefundState.Processing, Now, new string('n', 64), new string('退', 80),
                    Now, 10, Now, new string('9', 64),
                    new string('款', RefundRules.MaxFailureLength))),
            ],
        };

        var row = OrderRowStore.ToRow(order, "w");

        (row.GetString("Refunds").Length * sizeof(char)).ShouldBeLessThan(ColumnBytes);
        OrderRowStore.FromRow(row).Refunds.ShouldBe(order.Refunds);
    }
}
