using System.Text.Json.Nodes;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>A page of dead letters as JSON.</summary>
internal static class DeadLetterJson
{
    /// <summary>The page.</summary>
    public static JsonObject Of(DeadLetterPage page)
    {
        var json = new JsonObject
        {
            ["items"] = new JsonArray(
            [
                .. page.Items.Select(static l => new JsonObject
                {
                    ["id"] = l.Id,
                    ["queue"] = l.Queue,
                    ["message"] = l.Message,
                    ["dequeue_count"] = l.DequeueCount,
                    ["at"] = PaymentJson.Time(l.At),
                }),
            ]),
        };
        if (page.NextCursor is { } next)
        {
            json["next_cursor"] = next;
        }

        return json;
    }
}
