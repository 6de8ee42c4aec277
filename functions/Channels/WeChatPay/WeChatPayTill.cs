namespace PayFunctions.Channels.WeChatPay;

/// <summary>What it takes to charge codes that payers show.</summary>
internal sealed class WeChatPayTill
{
    /// <summary>The older interface, in XML; null when charges go by APIv3.</summary>
    public required WeChatPayV2Access? V2 { get; init; }

    /// <summary>The till's own number; null when it is not said.</summary>
    public required string? DeviceId { get; init; }

    /// <summary>The till's IP address; null when it is not said.</summary>
    public required string? DeviceIp { get; init; }

    /// <summary>WeChat Pay's number of the store; null when it is not said.</summary>
    public required string? StoreId { get; init; }

    /// <summary>The merchant's own number of the store; null when it is not said.</summary>
    public required string? StoreOutId { get; init; }
}
