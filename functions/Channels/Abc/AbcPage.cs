using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>What the answer to the opening of a page means.</summary>
internal static class AbcPage
{
    /// <summary>
    /// The page, or why there is none. A code that does not refuse for good is
    /// <see cref="PageUnknown"/>: also one that says that the order is there already, for the page
    /// that was opened before may still be paid.
    /// </summary>
    public static PageOpening OfAnswer(AbcAnswer answer, AbcAccount account, PageRequest request)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done => OfTaken(answer, account, request),
            AbcMeaning.Refused => new PageRefused(answer.Said),
            AbcMeaning.Repeated => new PageUnknown(
                $"the bank may have this order already: {answer.Said}"),
            _ => new PageUnknown(answer.Said),
        };

    private static PageOpening OfTaken(
        AbcAnswer answer, AbcAccount account, PageRequest request)
    {
        if (!answer.Says("OrderNo", request.Number.ToString())
            || !YuanText.TryRead(answer.Text("OrderAmount"), out var total)
            || total != request.Order.Terms.Total)
        {
            return new PageUnknown("the answer is not about this order and amount");
        }

        return AbcAddress.PageOf(answer.Text("PaymentURL"), account) is { } page
            ? new PageReady(new PageHandover(page, page, []))
            : new PageUnknown("PaymentURL is no page of the bank: see page_hosts");
    }
}
