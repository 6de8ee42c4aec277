using System.Text.Json.Nodes;
using PayFunctions.Host;
using PayFunctions.MerchantApi;

namespace PayFunctions.Identity;

/// <summary>A check as JSON. Nothing of the person is shown.</summary>
internal static class IdentityJson
{
    /// <summary>Every word of <c>verify_state</c>.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Enum.GetValues<VerificationState>().Select(WordOf), Expired];

    private const string Expired = "EXPIRED";

    /// <summary>The check, whole; what it does not have is left out.</summary>
    public static JsonObject Of(
        Verification verification, GatewayAddress gateway, DateTimeOffset now)
    {
        var json = new JsonObject
        {
            ["verification_id"] = verification.Id.Value,
            ["out_verify_no"] = verification.OutVerifyNo,
            ["verify_state"] = StateOf(verification, now),
            ["channel"] = verification.Product,
            ["account"] = verification.Account,
            ["time_created"] = PaymentJson.Time(verification.CreatedAt),
            ["time_expire"] = PaymentJson.Time(verification.ExpiresAt),
        };
        PaymentJson.Add(json, "time_verified", PaymentJson.Time(verification.VerifiedAt));
        if (verification.State == VerificationState.Waiting
            && !VerificationRules.IsExpired(verification, now))
        {
            json["verify_url"] = gateway.IdentityUrl(verification.Id).AbsoluteUri;
        }

        return json;
    }

    /// <summary>The word for a check as it is.</summary>
    public static string StateOf(Verification verification, DateTimeOffset now)
        => VerificationRules.IsExpired(verification, now)
            ? Expired
            : WordOf(verification.State);

    private static string WordOf(VerificationState state) => state switch
    {
        VerificationState.Checking => "CHECKING",
        VerificationState.Waiting => "WAITING",
        VerificationState.Passed => "PASSED",
        VerificationState.Failed => "FAILED",
        VerificationState.NotChecked => "NOT_CHECKED",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
