using System.Text.Json.Nodes;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Authorizations;

/// <summary>An authorisation, and what was captured of it, as JSON.</summary>
internal static class AuthorizationJson
{
    /// <summary>The answer to a creation.</summary>
    public static JsonObject OfCreated(Order hold, GatewayAddress gateway, string? codeUrl)
    {
        var json = Head(hold);
        json["pay_url"] = gateway.PayUrl(hold).AbsoluteUri;
        json["expires_at"] = PaymentJson.Time(hold.ExpiresAt);
        json["order_version"] = hold.Version;
        PaymentJson.Add(json, "code_url", codeUrl);
        return json;
    }

    /// <summary>The authorisation, whole; what it does not have is left out.</summary>
    public static JsonObject Of(Order hold)
    {
        var json = Head(hold);
        json["subject"] = hold.Terms.Subject;
        json["captured_fee"] = SumOf(hold, CaptureState.Succeeded);
        json["released_fee"] = ReleasedOf(hold);
        json["remaining_fee"] = hold.Remaining.Fen;
        json["time_created"] = PaymentJson.Time(hold.CreatedAt);
        json["time_expire"] = PaymentJson.Time(hold.ExpiresAt);
        json["order_version"] = hold.Version;
        PaymentJson.Add(json, "attach", hold.Terms.Attach);
        PaymentJson.Add(json, "channel", PaymentJson.ChannelOf(hold));
        PaymentJson.Add(json, "channel_trade_no", hold.Payment?.ChannelTradeNo);
        PaymentJson.Add(json, "time_authorized", PaymentJson.Time(hold.Payment?.PaidAt));
        PaymentJson.Add(json, "held_until", PaymentJson.Time(hold.HeldUntil));
        PaymentJson.Add(json, "time_end", PaymentJson.Time(hold.ClosedAt));
        if (!hold.Captures.IsEmpty)
        {
            json["captures"] = new JsonArray([.. hold.Captures.Select(c => Part(hold, c))]);
        }

        if (!hold.Refunds.IsEmpty)
        {
            json["releases"] = new JsonArray(
                [.. hold.Refunds.Select(r => RefundJson.Part(hold, r))]);
        }

        return json;
    }

    /// <summary>A capture with the authorisation it belongs to, and the payment it became.
    /// </summary>
    public static JsonObject Of(CaptureKnown known)
    {
        var json = Part(known.Hold, known.Capture);
        json["authorization_id"] = known.Hold.Id.Value;
        json["remaining_fee"] = known.Hold.Remaining.Fen;
        if (known.Payment is { } payment)
        {
            json["payment"] = PaymentJson.Of(payment);
        }

        return json;
    }

    /// <summary>The word for a capture.</summary>
    public static string WordOf(CaptureState state) => state switch
    {
        CaptureState.Processing => "PROCESSING",
        CaptureState.Succeeded => "SUCCESS",
        CaptureState.Failed => "FAILED",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static JsonObject Head(Order hold) => new()
    {
        ["authorization_id"] = hold.Id.Value,
        ["out_trade_no"] = hold.OutTradeNo,
        ["authorization_state"] = TradeState.Of(hold),
        ["total_fee"] = hold.Terms.Total.Fen,
        ["fee_type"] = hold.Terms.Total.Currency,
    };

    private static JsonObject Part(Order hold, Capture capture)
    {
        var json = new JsonObject
        {
            ["transaction_id"] = OrderId.Of(hold.AppId, capture.OutTradeNo).Value,
            ["out_trade_no"] = capture.OutTradeNo,
            ["total_fee"] = capture.Total.Fen,
            ["final"] = capture.IsFinal,
            ["capture_state"] = WordOf(capture.State),
            ["time_requested"] = PaymentJson.Time(capture.RequestedAt),
        };
        PaymentJson.Add(json, "time_end", PaymentJson.Time(capture.EndedAt));
        return json;
    }

    private static long SumOf(Order hold, CaptureState state)
        => hold.Captures.Where(c => c.State == state).Sum(static c => c.Total.Fen);

    private static long ReleasedOf(Order hold)
        => hold.Payment is { } held
            ? hold.Refunds.Where(r => r.Attempt == held.Attempt
                    && r.State == RefundState.Succeeded)
                .Sum(static r => r.Total.Fen)
            : 0;
}
