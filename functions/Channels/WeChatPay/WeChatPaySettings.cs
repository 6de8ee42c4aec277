using System.Net;
using PayFunctions.Platform;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What the operator registered, with what holds where nothing was registered.</summary>
internal sealed class WeChatPaySettings(AccountMaterial material)
{
    private const string Primary = "https://api.mch.weixin.qq.com";
    private const string Secondary = "https://api2.mch.weixin.qq.com";

    /// <summary>Where requests go; empty where there is no usual place: there is no test system.
    /// </summary>
    public string Base => Text("base_uri", IsProduction ? Primary : "");

    /// <summary>Where they go without a connection to that; empty for nowhere.</summary>
    public string Backup => Text(
        "backup_uri", IsProduction && !Has("base_uri") ? Secondary : "");

    /// <summary>Whether a service provider acts for a merchant.</summary>
    public bool IsPartner => Has("sub_mch_id");

    /// <summary>Whether answers and notifications may be signed by platform certificates.</summary>
    public bool HasCertificates
        => Text("platform_certificates", HasPublicKey ? "false" : "true") is "true";

    /// <summary>Whether WeChat Pay's public key was registered.</summary>
    public bool HasPublicKey => Has("wechatpay_public_key") || Has("wechatpay_public_key_id");

    /// <summary>Whether charges go by APIv3.</summary>
    public bool IsCodeByV3 => Text("code_interface", "v2") is "v3";

    /// <summary>Whether the account charges codes at all.</summary>
    public bool HasTill
        => ((string[])["code_interface", "v2_sign_type", "device_ip", "store_id", "store_out_id"])
            .Any(Has)
            || HasSecret("api_v2_key") || HasSecret("client_certificate");

    /// <summary>The payer's address where there is none; null where none is registered, or no
    /// address.</summary>
    public IPAddress? PayerFallback
        => IPAddress.TryParse(Text("payer_ip_fallback"), out var address) ? address : null;

    private bool IsProduction => material.Environment == AccountEnvironment.Production;

    /// <summary>Whether a setting was registered.</summary>
    public bool Has(string name) => material.Settings.ContainsKey(name);

    /// <summary>Whether a secret was registered and is there.</summary>
    public bool HasSecret(string name) => material.Secrets.ContainsKey(name);

    /// <summary>A setting, or what holds without it.</summary>
    public string Text(string name, string usual = "")
        => material.Settings.GetValueOrDefault(name, usual);

    /// <summary>A setting, or null.</summary>
    public string? TextOrNull(string name) => material.Settings.GetValueOrDefault(name);

    /// <summary>A secret; null where there is none.</summary>
    public string? Secret(string name) => material.Secrets.GetValueOrDefault(name)?.Reveal();

    /// <summary>A secret's bytes behind its base64; null where there are none.</summary>
    public byte[]? SecretBytes(string name)
        => material.Secrets.GetValueOrDefault(name)?.RevealBase64();
}
