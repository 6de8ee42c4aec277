using System.Text.Json.Nodes;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>Dead letters as JSON.</summary>
internal static class DeadLetterJson
{
    /// <summary>The page.</summary>
    public static JsonObject Of(DeadLetterPage page)
    {
        var json = new JsonObject
        {
            ["items"] = new JsonArray(
            [
                .. page.Items.Select(Of),
            ]),
        };
        if (page.NextCursor is { } next)
        {
            json["next_cursor"] = next;
        }

        return json;
    }

    /// <summary>One letter.</summary>
    public static JsonObject Of(DeadLetter letter) => new()
    {
        ["id"] = letter.Id,
        ["queue"] = letter.Queue,
        ["message"] = letter.Message,
        ["dequeue_count"] = letter.DequeueCount,
        ["at"] = PaymentJson.Time(letter.At),
    };
}
