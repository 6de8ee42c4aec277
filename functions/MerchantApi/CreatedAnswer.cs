using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.MerchantApi;

/// <summary>
/// The answer to a creation. An order by code comes with its code, and one in the wallet with what
/// opens it, so that the merchant can show the one and hand over the other.
/// </summary>
internal sealed class CreatedAnswer(
    StartPayment start, QueryPayment query, ChannelRouter channels)
{
    /// <summary>Opens what the merchant has to show, and writes the answer.</summary>
    public async Task<ApiAnswer> OfAsync(
        Order order, int status, WriteCreated write, CancellationToken cancellation)
    {
        if (order.IsTerminal
            || order.Terms.Product is not { } product
            || channels.FindProduct(product)?.Kind is not (ProductKind.Code or ProductKind.Wallet)
            || await query.FindAsync(order, cancellation) is not { } stored)
        {
            return ApiAnswer.Done(write(order, null, null), status);
        }

        return await start.RunAsync(stored, product, payer: null, cancellation) switch
        {
            CodeShown shown => ApiAnswer.Done(write(shown.Order, shown.CodeUrl, null), status),
            WalletOffered offered => ApiAnswer.Done(
                write(offered.Order, null, offered.Wallet.Parameters), status),
            StartRefused refused => ApiAnswer.Failed(new ApiError(
                ApiErrorCode.ChannelRefused, refused.Reason)),
            NotStarted not => ApiAnswer.Failed(ApiError.Of(not.Why)),
            StartUndecided => ApiAnswer.Failed(new ApiError(ApiErrorCode.ChannelUndecided)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.ChannelUnsupported, "channel")),
        };
    }
}
