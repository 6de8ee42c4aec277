using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// A channel whose notifications are lines such as <c>paid NUMBER FEN TRADE</c>, and whose other
/// answers are set by the test.
/// </summary>
internal sealed class TestChannel : IPagePayment, IQueryTrade, ICloseTrade, IReceiveNotification
{
    public const string ChannelName = "test";
    public const string Product = "test_page";
    public const string Main = "main";
    public const string Second = "second";

    public static readonly DateTimeOffset PaidAt = new(2026, 3, 1, 11, 59, 0, TimeSpan.Zero);

    public string Name => ChannelName;

    public IReadOnlyList<ChannelProduct> Products { get; }
        = [new(Product, ProductKind.Page, "测试", "Test")];

    /// <summary>What it says when it is asked.</summary>
    public ChannelOutcome Outcome { get; set; } = new Waiting("the payer looks at it");

    /// <summary>What it says when a trade is to end.</summary>
    public ChannelOutcome Closing { get; set; } = new Declined("ended");

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Where it let the payer go when it last refused.</summary>
    public Uri? RefusedTo { get; private set; }

    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    public Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        var page = new Uri("https://channel.example/page");
        return Task.FromResult<PageOpening>(new PageReady(new PageHandover(page, page, [])));
    }

    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Outcome);
    }

    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => Task.FromResult(Closing);

    public NotificationReply Accept(Uri? payerPage) => new("taken");

    public NotificationReply Refuse(Uri? payerPage)
    {
        RefusedTo = payerPage;
        return new NotificationReply("not taken");
    }

    public ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
        => ValueTask.FromResult(Read(notification));

    private static NotificationReading Read(RawNotification notification)
    {
        if (notification.Account is not (Main or Second))
        {
            return new NotAccepted(NotificationRefusal.AccountUnknown);
        }

        return Encoding.UTF8.GetString(notification.Body.Span).Split(' ') switch
        {
            ["paid", var number, var fen, var trade]
                => new Genuine(Parse(number), new Succeeded(
                    Money.OfFen(long.Parse(fen, CultureInfo.InvariantCulture)), trade, PaidAt)),
            ["declined", var number] => new Genuine(Parse(number), new Declined("declined")),
            ["waiting", var number] => new Genuine(Parse(number), new Waiting("waiting")),
            ["unproved", var number] => new NotProved("asked in vain", Parse(number)),
            ["unproved"] => new NotProved("asked in vain"),
            ["hello"] => new Uninteresting("a greeting"),
            _ => new NotAccepted(NotificationRefusal.SignatureWrong),
        };
    }

    private static ChannelOrderNo Parse(string text)
        => ChannelOrderNo.TryParse(text, out var number)
            ? number
            : throw new ArgumentException("Not a number of ours.", nameof(text));
}
