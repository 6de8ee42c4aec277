namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>How a payer comes to pay.</summary>
internal enum Product
{
    /// <summary>By scanning a code.</summary>
    Native,

    /// <summary>From a phone's browser.</summary>
    H5,

    /// <summary>On a page within WeChat, or in a mini program.</summary>
    Jsapi,

    /// <summary>From the merchant's application.</summary>
    App,

    /// <summary>By showing a code.</summary>
    Code,
}
