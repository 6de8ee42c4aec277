namespace PayFunctions.Channels.WeChatPay;

/// <summary>What an answer that is no success means, whatever was asked.</summary>
internal enum WeChatPayMeaning
{
    /// <summary>Nothing was learned; when money moves it may have moved.</summary>
    Unknown,

    /// <summary>Refused for good: nothing happened.</summary>
    Refused,

    /// <summary>Not even looked at: our key, our clock or the address is wrong.</summary>
    Misconfigured,

    /// <summary>The number's trade is closed.</summary>
    Closed,

    /// <summary>The number's trade is paid.</summary>
    Paid,

    /// <summary>The number was used with other values: what became of it has to be asked.</summary>
    NumberUsed,

    /// <summary>There is no such trade now.</summary>
    NoOrder,

    /// <summary>There is no such refund, or no such trade.</summary>
    NoResource,

    /// <summary>Somebody's balance is too low now.</summary>
    NotEnough,

    /// <summary>The payer has to confirm.</summary>
    UserPaying,
}
