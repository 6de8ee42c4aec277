using System.Text.Json.Nodes;
using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>What became of the codes of a payment by card and code, as JSON.</summary>
internal static class KCodeJson
{
    /// <summary>Every word of <c>kcode_state</c>.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        Undecided, Sent, NotSigned, Refused, Paying, Paid, Exhausted, Ended,
    ];

    private const string Undecided = "UNDECIDED";
    private const string Sent = "SENT";
    private const string NotSigned = "NOT_SIGNED";
    private const string Refused = "REFUSED";
    private const string Paying = "PAYING";
    private const string Paid = "PAID";
    private const string Exhausted = "EXHAUSTED";
    private const string Ended = "ENDED";

    /// <summary>Adds it to an order that is paid so.</summary>
    public static void Add(JsonObject json, Order order)
    {
        if (order.Attempts.LastOrDefault(static a => a.KCode is not null)
            is not { KCode: { } code } attempt)
        {
            return;
        }

        json["kcode_state"] = StateOf(order, attempt, code);
        json["kcode_sends_left"] = KCodeRules.CodesLeft(order);
        json["kcode_tries_left"] = KCodeRules.TriesLeft(order);
        PaymentJson.Add(json, "sign_url", code.SignUrl);
    }

    private static string StateOf(Order order, Attempt attempt, KCode code)
        => (attempt.State, code.State) switch
        {
            (AttemptState.Succeeded, _) => Paid,
            (AttemptState.Ended, KCodeState.NotSigned) => NotSigned,
            (AttemptState.Ended, KCodeState.Refused) => Refused,
            (AttemptState.Ended, _) => KCodeRules.TriesLeft(order) == 0 ? Exhausted : Ended,
            _ when code.IsPaying => Paying,
            _ when KCodeRules.TriesLeft(order) == 0 => Exhausted,
            (_, KCodeState.Asked) => Undecided,
            _ => Sent,
        };
}
