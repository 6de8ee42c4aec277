using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>Turns an order into a payment.</summary>
internal sealed class Till(PayClient client, OrderBook book)
{
    /// <summary>Where the gateway posts.</summary>
    public const string NotifyPath = "/pay/notify";

    /// <summary>Where the payer comes back to.</summary>
    public const string ReturnPath = "/return";

    private const int SeedsAtOnce = 4;

    /// <summary>The address that takes the payer's browser to the gateway.</summary>
    public string PayUrl(ShopOrder order, Uri shop) => Request(order, shop).GetUrl();

    /// <summary>Registers the payment from server to server.</summary>
    public Task<PayResult<CreatePaymentResponse>> CreateAsync(
        ShopOrder order, Uri shop, CancellationToken cancel)
        => client.CreateAsync(Request(order, shop), cancel);

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

    private PayRequest Request(ShopOrder order, Uri shop)
    {
        var request = client.NewRequest();
        request.OutTradeNo = order.OutTradeNo;
        request.TotalFee = order.Product.Fen;
        request.Subject = order.Product.Chinese;
        request.Attach = order.Product.Id;
        request.NotifyUrl = new Uri(shop, NotifyPath).AbsoluteUri;
        request.ReturnUrl = new Uri(shop, ReturnPath).AbsoluteUri;
        return request;
    }
}
