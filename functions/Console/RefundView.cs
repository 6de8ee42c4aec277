namespace PayFunctions.Console;

/// <summary>Asks once more before money moves.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="Order">The order's number.</param>
/// <param name="Amount">The amount with its currency sign.</param>
/// <param name="Refund">The refund.</param>
/// <param name="BackHref">The order.</param>
public sealed record RefundView(
    FrameView Frame, string Order, string Amount, RefundFormView Refund, string BackHref);
