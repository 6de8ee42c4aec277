using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Whose orders these are: numbers are unique for a party.</summary>
/// <param name="MchId">The merchant, or the provider.</param>
/// <param name="SubMchId">For whom a provider acts; null for a merchant itself.</param>
internal readonly record struct Party(string MchId, string? SubMchId);

/// <summary>A party with the applications it named.</summary>
/// <param name="Party">The party.</param>
/// <param name="AppId">The merchant's or provider's application.</param>
/// <param name="SubAppId">The application of whom a provider acts for; empty for none.</param>
internal sealed record Identity(Party Party, string AppId, string SubAppId)
{
    /// <summary>Whether a provider acts.</summary>
    public bool IsPartner => Party.SubMchId is not null;

    /// <summary>The identity that a call's body names, or why the caller cannot have it.
    /// </summary>
    public static (Identity? Identity, ApiError? Error) Read(ApiCall call)
    {
        var appId = call.Body.TextAt(call.IsPartner ? "sp_appid" : "appid");
        var (party, error) = call.PartyOfBody();
        return error is null
            ? Of(call.Caller, party, appId, call.Body.TextAt("sub_appid"))
            : (null, error);
    }

    /// <summary>A party under applications, where they are bound to it.</summary>
    public static (Identity? Identity, ApiError? Error) Of(
        Merchant caller, Party party, string appId, string subAppId)
    {
        var sub = party.SubMchId is { } id ? caller.FindSub(id) : null;
        return !caller.Registered.AppIds.Contains(appId, StringComparer.Ordinal)
            || (subAppId.Length > 0
                && sub?.AppIds.Contains(subAppId, StringComparer.Ordinal) != true)
            ? (null, ApiError.OtherApplication)
            : (new(party, appId, subAppId), null);
    }

    /// <summary>Whether an application is one of the two.</summary>
    public bool Has(string appId)
        => string.Equals(appId, AppId, StringComparison.Ordinal)
            || (SubAppId.Length > 0 && string.Equals(appId, SubAppId, StringComparison.Ordinal));

    /// <summary>Its members, as answers and notifications have them.</summary>
    public JsonObject Write()
    {
        if (!IsPartner)
        {
            return new() { ["appid"] = AppId, ["mchid"] = Party.MchId };
        }

        var members = new JsonObject
        {
            ["sp_appid"] = AppId,
            ["sp_mchid"] = Party.MchId,
            ["sub_mchid"] = Party.SubMchId,
        };
        if (SubAppId.Length > 0)
        {
            members["sub_appid"] = SubAppId;
        }

        return members;
    }
}
