namespace PayFunctions.Channels.Alipay;

/// <summary>A total in the comments of a bill.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Fen">What the merchant received by them, without a sign.</param>
internal sealed record AlipayBillTotal(long Count, long Fen);
