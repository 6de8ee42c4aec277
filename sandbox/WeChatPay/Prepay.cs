using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What one posting of an order opened.</summary>
/// <param name="Id">The prepay_id.</param>
/// <param name="Token">What a code or an address carries.</param>
/// <param name="Page">Where it is paid.</param>
/// <param name="Expires">Until when it leads there.</param>
internal sealed record Prepay(
    string Id, string Token, Checkout<PayOrder> Page, DateTimeOffset Expires)
{
    /// <summary>What is paid.</summary>
    public PayOrder Order => Page.Order;

    /// <summary>The text of the code to scan.</summary>
    public string CodeUrl => $"weixin://wxpay/bizpayurl?pr={Token}";

    /// <summary>The query of the address for a phone's browser.</summary>
    public string H5Query => $"?prepay_id={Id}&package={Token}";
}
