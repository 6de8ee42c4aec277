using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>What is posted to the merchant about holds.</summary>
internal static class HoldNotice
{
    /// <summary>The notification of a freeze or an unfreeze, as one attempt sends it.</summary>
    public static WireMessage Of(
        Hold hold, HoldOperation operation, string url, string notifyId, DateTimeOffset now,
        RSA key, bool spoilt)
        => Post(
            hold,
            operation.Act is HoldAct.Freeze ? "fund_auth_freeze" : "fund_auth_unfreeze",
            url, notifyId, now, key, spoilt,
            [
                new("operation_id", operation.OperationId),
                new("out_request_no", operation.OutRequestNo),
                new("operation_type", HoldFields.WordOf(operation.Act)),
                new("amount", Yuan.Format(operation.Fen)),
                new("status", "SUCCESS"),
                new("gmt_trans", BeijingTime.Format(operation.At)),
            ]);

    /// <summary>The notification that an authorisation was undone.</summary>
    public static WireMessage OfCancel(
        Hold hold, string notifyId, DateTimeOffset now, RSA key, bool spoilt)
        => Post(
            hold, "fund_auth_operation_cancel", hold.Order.NotifyUrl, notifyId, now, key, spoilt,
            [
                new("out_request_no", hold.Order.OutRequestNo),
                new("action", hold.IsClosed ? "close" : "unfreeze"),
            ]);

    private static WireMessage Post(
        Hold hold, string type, string url, string notifyId, DateTimeOffset now, RSA key,
        bool spoilt, IReadOnlyList<KeyValuePair<string, string>> own)
    {
        var order = hold.Order;
        KeyValuePair<string, string>[] fields =
        [
            new("notify_time", BeijingTime.Format(now)),
            new("notify_type", type),
            new("notify_id", notifyId),
            new("app_id", order.Merchant.AppId),
            new("auth_app_id", order.Merchant.AuthAppId),
            new("charset", order.CharsetName),
            new("version", "1.0"),
            new("auth_no", hold.HoldNo),
            new("out_order_no", order.OutOrderNo),
            .. own,
            new("gmt_create", BeijingTime.Format(hold.Created)),
            new("payer_logon_id", Trade.BuyerLogon),
            new("payer_user_id", Trade.BuyerId),
            new("payee_user_id", order.Merchant.SellerId),
            new("total_freeze_amount", Yuan.Format(hold.Sum(HoldAct.Freeze))),
            new("total_unfreeze_amount", Yuan.Format(hold.Sum(HoldAct.Unfreeze))),
            new("total_pay_amount", Yuan.Format(hold.Sum(HoldAct.Pay))),
            new("rest_amount", Yuan.Format(hold.RestFen)),
        ];
        return new(
            HttpMethods.Post,
            url,
            $"application/x-www-form-urlencoded; charset={order.CharsetName}",
            Encoding.ASCII.GetBytes(Notice.Signed(fields, order.CharsetName, key, spoilt)));
    }
}
