namespace PayFunctions.Sandbox.Alipay;

/// <summary>For whom a request acts.</summary>
/// <param name="AppId">The application that asks.</param>
/// <param name="AuthAppId">The merchant's application; the same without a token.</param>
/// <param name="SellerId">The account that receives the money.</param>
internal sealed record Merchant(string AppId, string AuthAppId, string SellerId);
