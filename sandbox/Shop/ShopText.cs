using Microsoft.Net.Http.Headers;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's words in one language.</summary>
internal sealed record ShopText
{
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Buy { get; init; }

    public required string Orders { get; init; }

    public required string Console { get; init; }

    public required string Back { get; init; }

    public required string PayBy { get; init; }

    public required string Cashier { get; init; }

    public required string Pay { get; init; }

    public required string PayHint { get; init; }

    public required string Scan { get; init; }

    public required string NoCode { get; init; }

    public required string Notices { get; init; }

    public required string None { get; init; }

    public required string Returned { get; init; }

    public required string ReturnHint { get; init; }

    public required string Doubtful { get; init; }

    public required string CheckBy { get; init; }

    public required string PersonName { get; init; }

    public required string CertificateNo { get; init; }

    public required string CardNo { get; init; }

    public required string Mobile { get; init; }

    public required string Verify { get; init; }

    public required string Verified { get; init; }

    public required string Deposit { get; init; }

    public required string Hold { get; init; }

    public required string Capture { get; init; }

    public required string Captured { get; init; }

    public required string Release { get; init; }

    public required string Released { get; init; }

    public required string Final { get; init; }

    public required string Subscription { get; init; }

    public required string Sign { get; init; }

    public required string Limit { get; init; }

    public required string Debit { get; init; }

    public required string Debited { get; init; }

    public required string End { get; init; }

    public required string CardPay { get; init; }

    public required string MobileEnd { get; init; }

    public required string SendCode { get; init; }

    public required string CodeFromPhone { get; init; }

    public required string Refresh { get; init; }

    public required string Hello { get; init; }

    public required string NoLogin { get; init; }

    public required string ToOrder { get; init; }

    public required string Missing { get; init; }

    public required string Trouble { get; init; }

    public required string Unknown { get; init; }

    public required string Refund { get; init; }

    public required string Refunds { get; init; }

    public required string RefundAmount { get; init; }

    public required string SendAgain { get; init; }

    public required string WrongAmount { get; init; }

    public required string Till { get; init; }

    public required string TillHint { get; init; }

    public required string What { get; init; }

    public required string Amount { get; init; }

    public required string PayerCode { get; init; }

    public required string ByCode { get; init; }

    public required string Charge { get; init; }

    public required string Charging { get; init; }

    public required string Cancel { get; init; }

    public required string NextPayer { get; init; }

    public required string AnotherCode { get; init; }

    public required string Busy { get; init; }

    /// <summary>The states of orders in words; one that is not here stands as it is.</summary>
    public required IReadOnlyDictionary<TradeState, string> States { get; init; }

    /// <summary>The states of refunds in words; one that is not here stands as it is.</summary>
    public required IReadOnlyDictionary<RefundState, string> RefundStates { get; init; }

    /// <summary>Whose wish a refund was, in words; empty where it was the shop's.</summary>
    public required IReadOnlyDictionary<RefundOrigin, string> Origins { get; init; }

    /// <summary>The words for a request: the better liked of the two languages.</summary>
    public static ShopText For(HttpRequest request)
    {
        var liked = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static l => l.Quality ?? 1)
            .Select(Known)
            .FirstOrDefault(static t => t is not null);
        return liked ?? EnglishText.Words;
    }

    /// <summary>A product's name.</summary>
    public string NameOf(Product product) => IsChinese ? product.Chinese : product.English;

    /// <summary>The name of a way to pay.</summary>
    public string NameOf(ShopChannel channel) => IsChinese ? channel.Chinese : channel.English;

    /// <summary>A state in words.</summary>
    public string NameOf(TradeState state) => States.GetValueOrDefault(state, $"{state}");

    /// <summary>A refund's state in words.</summary>
    public string NameOf(RefundState state) => RefundStates.GetValueOrDefault(state, $"{state}");

    /// <summary>Whose wish a refund was.</summary>
    public string NameOf(RefundOrigin origin) => Origins.GetValueOrDefault(origin, $"{origin}");

    private bool IsChinese => ReferenceEquals(this, ChineseText.Words);

    private static ShopText? Known(StringWithQualityHeaderValue language)
        => language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ChineseText.Words
            : language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)
                ? EnglishText.Words
                : null;
}
