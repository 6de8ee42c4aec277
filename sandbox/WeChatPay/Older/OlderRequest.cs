using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A request to the XML interface.</summary>
/// <param name="Values">Its fields.</param>
internal sealed record OlderRequest(IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] NotOfTheOrder = ["sign", "sign_type", "nonce_str"];

    /// <summary>A field; empty where it is absent.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, string.Empty);

    /// <summary>Whether it is signed by HMAC-SHA256.</summary>
    public bool IsHmac => this["sign_type"] is OlderSignature.Hmac;

    /// <summary>Who asks, for the answer.</summary>
    public IEnumerable<KeyValuePair<string, string>> Identity
        =>
        [
            new("appid", this["appid"]), new("mch_id", this["mch_id"]),
            new("sub_appid", this["sub_appid"]), new("sub_mch_id", this["sub_mch_id"]),
        ];

    /// <summary>What has to be the same when a number is charged again.</summary>
    public JsonObject Order()
        => new(Values
            .Where(static v => !NotOfTheOrder.Contains(v.Key, StringComparer.Ordinal))
            .Select(static v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));
}
