using System.Text.Json.Nodes;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Agreements;

/// <summary>An agreement as JSON. The payer's certificate is never shown.</summary>
internal static class AgreementJson
{
    /// <summary>The answer to a creation.</summary>
    public static JsonObject OfCreated(Order agreement, GatewayAddress gateway)
    {
        var json = Of(agreement);
        json["sign_url"] = gateway.PayUrl(agreement).AbsoluteUri;
        return json;
    }

    /// <summary>The agreement, whole; what it does not have is left out.</summary>
    public static JsonObject Of(Order agreement)
    {
        var terms = agreement.Terms.Agreement!;
        var json = new JsonObject
        {
            ["agreement_id"] = agreement.Id.Value,
            ["out_agreement_no"] = agreement.OutTradeNo,
            ["agreement_state"] = TradeState.Of(agreement),
            ["subject"] = agreement.Terms.Subject,
            ["single_limit"] = terms.SingleLimit.Fen,
            ["debited_fee"] = agreement.Debited.Fen,
            ["debit_count"] = agreement.Debits,
            ["time_created"] = PaymentJson.Time(agreement.CreatedAt),
            ["time_expire"] = PaymentJson.Time(agreement.ExpiresAt),
            ["valid_until"] = PaymentJson.Time(agreement.ValidUntil),
            ["order_version"] = agreement.Version,
        };
        if (terms.TotalLimit is { } total)
        {
            json["total_limit"] = total.Fen;
        }

        if (terms.CountLimit is { } count)
        {
            json["count_limit"] = count;
        }

        PaymentJson.Add(json, "attach", agreement.Terms.Attach);
        PaymentJson.Add(json, "channel", PaymentJson.ChannelOf(agreement));
        PaymentJson.Add(json, "channel_agreement_no", agreement.Payment?.ChannelTradeNo);
        PaymentJson.Add(json, "time_signed", PaymentJson.Time(agreement.Payment?.PaidAt));
        PaymentJson.Add(
            json, "time_end", PaymentJson.Time(agreement.End?.EndedAt ?? agreement.ClosedAt));
        return json;
    }

    /// <summary>A debit: the payment it is, and its agreement.</summary>
    public static JsonObject OfDebit(Order payment)
    {
        var json = PaymentJson.Of(payment);
        json["agreement_id"] = payment.Terms.Debit!.Agreement.Value;
        return json;
    }
}
