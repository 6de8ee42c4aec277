using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A request whose sender is known.</summary>
internal sealed record ApiCall
{
    /// <summary>Who signed it.</summary>
    public required Merchant Caller { get; init; }

    /// <summary>Whether it came by a provider's path.</summary>
    public required bool IsPartner { get; init; }

    /// <summary>Its body; undefined where there is none.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>How it came, for path and query.</summary>
    public required HttpRequest Http { get; init; }

    /// <summary>What goes wrong with it.</summary>
    public required RequestFaults Met { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The root that it came to.</summary>
    public string Root => $"{Http.Scheme}://{Http.Host}";

    /// <summary>A value of the path.</summary>
    public string Route(string name) => Http.RouteValues[name]?.ToString() ?? string.Empty;

    /// <summary>A value of the query; empty where it is absent.</summary>
    public string Query(string name) => Http.Query[name].ToString();

    /// <summary>The party that a question names.</summary>
    public (Party Party, ApiError? Error) PartyOfQuery()
        => PartyRules.Read(Query, Caller, IsPartner, string.Empty, "query");

    /// <summary>The party that a body names.</summary>
    public (Party Party, ApiError? Error) PartyOfBody()
        => PartyRules.Read(n => Body.TextAt(n), Caller, IsPartner, "/", "body");

    /// <summary>
    /// The party of something that has one path for all: a provider adds whom it acts for.
    /// </summary>
    /// <param name="subMchId">Whom it named; empty for nobody.</param>
    public (Party Party, ApiError? Error) PartyOf(string subMchId)
        => subMchId.Length == 0 ? (new(Caller.Registered.MchId, null), null)
            : Caller.FindSub(subMchId) is null ? (default, ApiError.NotPermitted)
            : (new(Caller.Registered.MchId, subMchId), null);
}
