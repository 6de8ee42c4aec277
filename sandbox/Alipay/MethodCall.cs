using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>A request that passed every check of the gateway.</summary>
internal sealed record MethodCall
{
    /// <summary>The common parameters.</summary>
    public required GatewayRequest Request { get; init; }

    /// <summary>The business fields.</summary>
    public required BizContent Content { get; init; }

    /// <summary>For whom it acts.</summary>
    public required Merchant Merchant { get; init; }

    /// <summary>What goes wrong with this request.</summary>
    public required RequestFaults Met { get; init; }

    /// <summary>The simulator's root, as the caller addressed it.</summary>
    public required string Root { get; init; }

    /// <summary>The moment of the request.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The method's name.</summary>
    public string Method => Request["method"];
}
