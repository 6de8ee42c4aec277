using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>Turns an order into a payment, and asks how it stands.</summary>
internal sealed class Checkout(PayClient client, OrderBook book, ShopChannels channels)
{
    /// <summary>Where the gateway posts.</summary>
    public const string NotifyPath = "/pay/notify";

    /// <summary>Where the payer comes back to.</summary>
    public const string ReturnPath = "/return";

    private const int SeedsAtOnce = 4;

    /// <summary>The address that takes the payer's browser to the gateway.</summary>
    public string PayUrl(ShopOrder order, Uri shop) => Request(order, shop).GetUrl();

    /// <summary>
    /// Registers the payment from server to server. A code that comes with it is kept.
    /// </summary>
    public async Task<PayResult<CreatePaymentResponse>> CreateAsync(
        ShopOrder order, Uri shop, CancellationToken cancel)
    {
        var result = await client.CreateAsync(Request(order, shop), cancel);
        if (result.Value is { CodeUrl: { } code })
        {
            book.Change(order.OutTradeNo, o => o with { CodeUrl = code });
        }

        return result;
    }

    /// <summary>
    /// What the order's page needs: the code that is to be shown, the end of refunds that are under
    /// way. Called at every look, so that whatever is missing is asked for again.
    /// </summary>
    /// <returns>The order as it is then, and what the gateway did not like.</returns>
    public async Task<(ShopOrder Order, PayProblem? Problem)> LookAsync(
        ShopOrder order, Uri shop, CancellationToken cancel)
    {
        PayProblem? problem = null;
        if (NeedsCode(order))
        {
            problem = (await CreateAsync(order, shop, cancel)).Problem;
        }
        else if (order.Refunds.Any(static r => r.IsOpen))
        {
            problem = await AskAsync(order.OutTradeNo, cancel);
        }

        return (book.Find(order.OutTradeNo) ?? order, problem);
    }

    /// <summary>Makes orders of every product in turn.</summary>
    public async Task<PayProblem?> SeedAsync(Uri shop, int count, CancellationToken cancel)
    {
        PayProblem? first = null;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = SeedsAtOnce,
            CancellationToken = cancel,
        };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), options, async (number, stop) =>
        {
            var order = book.Add(Product.All[number % Product.All.Count]);
            var result = await CreateAsync(order, shop, stop);
            if (result.Problem is { } problem)
            {
                Interlocked.CompareExchange(ref first, problem, null);
            }
        });
        return first;
    }

    /// <summary>What every payment of an order says, whichever way it is paid.</summary>
    public static void Describe(PaymentParameters payment, ShopOrder order, Uri shop)
    {
        payment.OutTradeNo = order.OutTradeNo;
        payment.TotalFee = order.Product.Fen;
        payment.Subject = order.Product.Chinese;
        payment.Attach = order.Product.Id;
        payment.NotifyUrl = new Uri(shop, NotifyPath).AbsoluteUri;
    }

    private bool NeedsCode(ShopOrder order)
        => order is { IsPayable: true, CodeUrl: null }
            && channels.Find(order.Channel) is { Kind: ShopChannelKind.Code };

    private async Task<PayProblem?> AskAsync(string outTradeNo, CancellationToken cancel)
    {
        var result = await client.QueryAsync(OrderQueryRequest.ByOutTradeNo(outTradeNo), cancel);
        if (result.Value is { } answer)
        {
            book.Book(answer);
        }

        return result.Problem;
    }

    private PayRequest Request(ShopOrder order, Uri shop)
    {
        var request = client.NewRequest();
        Describe(request, order, shop);
        request.Channel = order.Channel;
        request.ReturnUrl = new Uri(shop, ReturnPath).AbsoluteUri;
        return request;
    }
}
