using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>What is told about an agreement: by post to the merchant, by the browser on return.
/// </summary>
internal static class AgreementNotice
{
    /// <summary>The notification of a signature, or of an end, as one attempt sends it.</summary>
    public static WireMessage Of(
        Agreement agreement, bool ended, string url, string notifyId, DateTimeOffset now,
        RSA key, bool spoilt)
    {
        var order = agreement.Order;
        KeyValuePair<string, string>[] fields =
        [
            new("notify_time", BeijingTime.Format(now)),
            new("notify_type", ended ? "dut_user_unsign" : "dut_user_sign"),
            new("notify_id", notifyId),
            new("app_id", order.Merchant.AppId),
            new("auth_app_id", order.Merchant.AuthAppId),
            new("charset", order.CharsetName),
            new("version", "1.0"),
            new("partner_id", order.Merchant.SellerId),
            .. Facts(agreement),
            new("status", ended ? "UNSIGN" : "NORMAL"),
            new("unsign_time", ended ? BeijingTime.Format(agreement.Ended!.Value) : string.Empty),
        ];
        return new(
            HttpMethods.Post,
            url,
            $"application/x-www-form-urlencoded; charset={order.CharsetName}",
            Encoding.ASCII.GetBytes(Notice.Signed(fields, order.CharsetName, key, spoilt)));
    }

    /// <summary>Where the payer's browser goes after agreeing; null for nowhere.</summary>
    public static string? Return(Agreement agreement, DateTimeOffset now, RSA key)
    {
        var order = agreement.Order;
        return order.ReturnUrl.Length == 0
            ? null
            : WireMessage.Extend(order.ReturnUrl, Notice.Signed(
                [
                    new("app_id", order.Merchant.AppId),
                    new("charset", order.CharsetName),
                    new("version", "1.0"),
                    new("timestamp", BeijingTime.Format(now)),
                    .. Facts(agreement),
                    new("status", "NORMAL"),
                    new("is_success", "T"),
                ],
                order.CharsetName, key, spoilt: false));
    }

    private static KeyValuePair<string, string>[] Facts(Agreement agreement) =>
    [
        new("agreement_no", agreement.AgreementNo),
        new("external_agreement_no", agreement.Order.ExternalNo),
        new("alipay_user_id", Trade.BuyerId),
        new("alipay_logon_id", Trade.BuyerLogon),
        new("personal_product_code", agreement.Order.PersonalProductCode),
        new("sign_scene", agreement.Order.Scene),
        new("sign_time", BeijingTime.Format(agreement.Signed!.Value)),
        new("valid_time", BeijingTime.Format(agreement.Signed.Value)),
        new("invalid_time", agreement.Invalid is { } end
            ? BeijingTime.Format(end)
            : "2115-02-01 00:00:00"),
    ];
}
