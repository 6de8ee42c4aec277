using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

public sealed class OrderRowSizeTests
{
    private const int ColumnBytes = 64 * 1024;

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Theory]
    [InlineData("退")]
    [InlineData("😀")]
    [InlineData("\"")]
    public void As_many_refunds_as_an_order_may_have_fit_in_their_columns_with_the_longest_words(
        string letter)
    {
        var order = new Order
        {
            Id = OrderId.Of("shop", "A-1"),
            AppId = "shop",
            OutTradeNo = "A-1",
            Terms = new PaymentTerms(
                Money.OfFen(100), "x", "body", "attach", "https://shop.example/",
                "https://shop.example/back", "test_wallet", TimeSpan.FromHours(2), "main",
                "o-1"),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.Success,
            Version = 1,
            CreatedAt = Now,
            Attempts = [],
            Refunds =
            [
                .. Enumerable.Range(1, RefundRules.MaxRefunds).Select(number => new Refund(
                    number, 1, Money.OfFen(10_000_000_000), RefundOrigin.SecondSuccess,
                    RefundState.Processing, Now, new string('n', 64), Of(letter, 80),
                    Now, 10, Now, new string('9', 64),
                    Of(letter, RefundRules.MaxFailureLength))),
            ],
        };

        var row = OrderRowStore.ToRow(order, "w");

        var texts = row.Keys.Select(key => row[key]).OfType<string>();
        (texts.Max(static t => t.Length) * sizeof(char)).ShouldBeLessThan(ColumnBytes);
        OrderRowStore.FromRow(row).Refunds.ShouldBe(order.Refunds);
        OrderRowStore.FromRow(row).Terms.ShouldBe(order.Terms);
    }

    private static string Of(string letter, int length)
        => string.Concat(Enumerable.Repeat(letter, length / letter.Length));
}
