using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.Simulation;

/// <summary>A simulator with a merchant, as the conformance tests need it.</summary>
internal interface ISimulatorWorld : IAsyncDisposable
{
    /// <summary>Speaks to the simulator; follows no redirect.</summary>
    HttpClient Client { get; }

    /// <summary>The merchant; its answer is the one the channel accepts.</summary>
    MerchantEndpoint Merchant { get; }

    /// <summary>The simulator's clock.</summary>
    ManualTimeProvider Time { get; }

    /// <summary>From a notification attempt to the next.</summary>
    IReadOnlyList<TimeSpan> Gaps { get; }

    /// <summary>The channel's name for the operation of <see cref="AskAsync"/>.</summary>
    string AskOperation { get; }

    /// <summary>
    /// Opens what a payer can pay, with the merchant's addresses for notification and return.
    /// </summary>
    Task OpenAsync(string outTradeNo, long fen);

    /// <summary>A correct question about a trade, with a fault for it alone or none.</summary>
    Task<HttpResponseMessage> AskAsync(string outTradeNo, string? fault = null);

    /// <summary>
    /// Whether an answer carries the channel's signature; null where it carries none at all.
    /// </summary>
    bool? IsGenuine(byte[] answer);

    /// <summary>Whether an answer is the channel's "busy, result unknown".</summary>
    bool IsBusy(byte[] answer);

    /// <summary>Whether a notification carries the channel's signature.</summary>
    bool IsGenuine(ReceivedNotification notification);
}
