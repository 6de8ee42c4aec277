namespace PayFunctions.Tests.Reconciliation;

/// <summary>What a bill says of an order: everything that has a name of its own.</summary>
internal enum Fate
{
    Agrees,
    OtherAmount,
    OtherCurrency,
    OtherFee,
    NotThere,
    Twice,
    Thrice,
    Refunded,
    RefundedByTheirNumber,
    RefundedTwiceByTheirNumber,
    RefundOfAnotherAmount,
    RefundNotThere,
    RefundWithoutAnyNumber,
    RefundFailedHere,
    OnTheDayBefore,
    OnTheDayAfter,
    RefundOnTheDayBefore,
    OnlyTheChannelKnows,
    NeverConfirmed,
    Foreign,
    ForeignTwice,
    ForeignRefund,
}
