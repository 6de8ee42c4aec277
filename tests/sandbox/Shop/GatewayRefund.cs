namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>A refund in the words of the wire.</summary>
internal sealed record GatewayRefund(
    string RefundId, string? OutRequestNo, long Fen, string State, string Origin = "MERCHANT");
