namespace PayFunctions.Console;

/// <summary>How a channel product did on a day.</summary>
/// <param name="Product">The product.</param>
/// <param name="Tried">Orders that were tried with it.</param>
/// <param name="Paid">Those of them that it paid.</param>
/// <param name="PaidFen">What they come to.</param>
internal sealed record ChannelFigures(string Product, int Tried, int Paid, long PaidFen);
