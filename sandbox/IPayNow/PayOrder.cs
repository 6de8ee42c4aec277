using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>What WP001 orders. Equal orders under one number are one order.</summary>
internal sealed record PayOrder : ICheckoutOrder
{
    /// <summary>Who asked.</summary>
    public required IPayNowApplication Application { get; init; }

    /// <summary>What profile B says of itself; empty in profile A.</summary>
    public required string Version { get; init; }

    /// <inheritdoc/>
    public required string OutTradeNo { get; init; }

    /// <inheritdoc/>
    public required long Fen { get; init; }

    /// <inheritdoc/>
    public required string Subject { get; init; }

    /// <summary>mhtOrderDetail.</summary>
    public required string Detail { get; init; }

    /// <summary>mhtOrderType.</summary>
    public required string OrderType { get; init; }

    /// <summary>How it is paid: 02, 04, 05, 06, 0600, 0601, 08, 14, 20.</summary>
    public required string Device { get; init; }

    /// <summary>The way to pay; empty where the payer chooses at ipaynow's cashier.</summary>
    public required string Channel { get; init; }

    /// <summary>outputType; its default where absent.</summary>
    public required string Output { get; init; }

    /// <summary>mhtOrderStartTime as it was written.</summary>
    public required string Start { get; init; }

    /// <summary>mhtOrderTimeOut in seconds as it was written; 3600 where absent.</summary>
    public required string TimeOut { get; init; }

    /// <summary>When it ends unpaid.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Where notifications go; empty for none.</summary>
    public required string NotifyUrl { get; init; }

    /// <summary>Where the payer's browser returns; empty for nowhere.</summary>
    public required string FrontUrl { get; init; }

    /// <summary>mhtReserved, given back unchanged.</summary>
    public required string Reserved { get; init; }

    /// <summary>mhtSubMchId.</summary>
    public required string SubMerchant { get; init; }

    /// <summary>Whether it is of profile B.</summary>
    public bool IsVersioned => Version.Length > 0;

    /// <inheritdoc/>
    public string QuitUrl => FrontUrl;
}
