namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What a request is checked for before its business.</summary>
internal enum RequestCheck
{
    /// <summary>Accept, Content-Type, User-Agent.</summary>
    Headers,

    /// <summary>The timestamp.</summary>
    Clock,

    /// <summary>Whether the merchant has a key of that serial number.</summary>
    Serial,

    /// <summary>Whether that key signed.</summary>
    Signature,
}
