using System.Security.Cryptography.X509Certificates;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Opens an account from what the operator registered.
/// <para>Settings: <c>app_id</c>, <c>mch_id</c>, <c>signing_key</c> (a key of ours in the vault),
/// <c>merchant_serial</c>; for a service provider <c>sub_mch_id</c>, <c>sub_app_id</c>,
/// <c>app_partner_id</c>. WeChat Pay's keys: <c>wechatpay_public_key</c> with
/// <c>wechatpay_public_key_id</c>, or platform certificates, which are fetched, or both
/// (<c>platform_certificates</c>). The wire: <c>base_uri</c>, <c>backup_uri</c>,
/// <c>payer_ip_fallback</c>.</para>
/// <para>For payers' codes: <c>code_interface</c> (<c>v2</c> or <c>v3</c>), <c>v2_sign_type</c>,
/// <c>device_id</c>, <c>device_ip</c>, <c>store_id</c>, <c>store_out_id</c>.</para>
/// <para>Secrets: <c>api_v3_key</c>; for payers' codes by v2 <c>api_v2_key</c>,
/// <c>client_certificate</c> (PKCS#12 in base64) and <c>client_certificate_password</c>, which is
/// the merchant's number where it is not given.</para>
/// </summary>
internal static class WeChatPayAccountRules
{
    /// <summary>The account, or a sentence for each fault.</summary>
    public static AccountOpening<WeChatPayAccount> Open(AccountMaterial material)
    {
        var settings = new WeChatPaySettings(material);
        List<string> faults = [.. WeChatPaySettingRules.FaultsOf(material, settings)];
        WeChatPayKey? publicKey = null;
        if (settings.Has("wechatpay_public_key"))
        {
            publicKey = WeChatPayKey.OfPublicKey(
                settings.Text("wechatpay_public_key_id"), settings.Text("wechatpay_public_key"));
            if (publicKey is null)
            {
                faults.Add("wechatpay_public_key must be WeChat Pay's RSA public key of at least "
                    + "2048 bits, PEM or base64.");
            }
        }

        X509Certificate2? certificate = null;
        if (settings.HasSecret("client_certificate")
            && !Pkcs12Certificate.TryRead(
                settings.SecretBytes("client_certificate"),
                settings.Secret("client_certificate_password") ?? settings.Text("mch_id"),
                out certificate))
        {
            faults.Add("client_certificate must be a PKCS#12 file in base64 with one private key, "
                + "and client_certificate_password its password (the mch_id if not given).");
        }

        return faults.Count > 0
            ? new AccountOpening<WeChatPayAccount>(null, faults)
            : new AccountOpening<WeChatPayAccount>(
                Make(material.Name, settings, publicKey, certificate), []);
    }

    private static WeChatPayAccount Make(
        string name, WeChatPaySettings settings, WeChatPayKey? publicKey,
        X509Certificate2? certificate)
    {
        var identity = new WeChatPayIdentity(
            settings.Text("app_id"), settings.Text("mch_id"), settings.TextOrNull("sub_mch_id"),
            settings.TextOrNull("sub_app_id"));
        return new WeChatPayAccount
        {
            Name = name,
            Identity = identity,
            SigningKey = settings.Text("signing_key"),
            MerchantSerial = settings.Text("merchant_serial"),
            ApiV3Key = Encoding.ASCII.GetBytes(settings.Secret("api_v3_key")!),
            Keys = new WeChatPayKeys(publicKey, settings.HasCertificates),
            Base = new Uri(settings.Base),
            Backup = settings.Backup.Length > 0 ? new Uri(settings.Backup) : null,
            PayerFallback = settings.PayerFallback,
            AppPartnerId = settings.Text("app_partner_id", identity.SubMchId ?? identity.MchId),
            Till = settings.HasTill ? TillOf(settings, certificate) : null,
        };
    }

    private static WeChatPayTill TillOf(
        WeChatPaySettings settings, X509Certificate2? certificate)
        => new()
        {
            V2 = settings.IsCodeByV3
                ? null
                : new WeChatPayV2Access
                {
                    Key = Encoding.ASCII.GetBytes(settings.Secret("api_v2_key")!),
                    IsHmac = settings.Text("v2_sign_type") is "HMAC-SHA256",
                    Certificate = certificate!,
                },
            DeviceId = settings.TextOrNull("device_id"),
            DeviceIp = settings.TextOrNull("device_ip"),
            StoreId = settings.TextOrNull("store_id"),
            StoreOutId = settings.TextOrNull("store_out_id"),
        };
}
