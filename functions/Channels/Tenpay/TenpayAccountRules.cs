using System.Security.Cryptography.X509Certificates;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// Opens an account from what the operator registered.
/// <para>Settings of both profiles: <c>profile</c> (<c>open</c> or <c>gateway</c>),
/// <c>input_charset</c>, <c>sign_key_index</c>, <c>bank_type</c>, <c>payer_ip_fallback</c>,
/// <c>notify_id_only</c>, <c>body_unit</c>, <c>base_uri</c>, <c>bill_uri</c>, <c>partner</c>.
/// </para>
/// <para>Of the open platform: <c>app_id</c>, <c>login_without_token</c>. Of the gateway:
/// <c>op_user_id</c>, <c>op_password_case</c>, <c>refund_uri</c>, <c>refund_query_uri</c>,
/// <c>refund_notify</c>.</para>
/// <para>Secrets: <c>key</c>; of the gateway, for refunds, <c>op_user_password</c>,
/// <c>client_certificate</c> (PKCS#12 in base64) and <c>client_certificate_password</c>, which is
/// the partner where it is not given.</para>
/// </summary>
internal static class TenpayAccountRules
{
    private const string Yes = "true";
    private const string No = "false";
    private const string Lower = "lower";
    private const string Upper = "upper";
    private const string Bytes = "bytes";
    private const string Characters = "characters";

    /// <summary>The account, or a sentence for each fault.</summary>
    public static AccountOpening<TenpayAccount> Open(AccountMaterial material)
    {
        var settings = new TenpaySettings(material);
        List<string> faults = [.. TenpaySettingRules.FaultsOf(material, settings)];
        if (faults.Count > 0)
        {
            return new AccountOpening<TenpayAccount>(null, faults);
        }

        X509Certificate2? certificate = null;
        if (settings.Secret("client_certificate") is not null
            && !Pkcs12Certificate.TryRead(
                settings.SecretBytes("client_certificate"),
                settings.Secret("client_certificate_password") ?? settings.Text("partner"),
                out certificate))
        {
            return new AccountOpening<TenpayAccount>(
                null,
                ["client_certificate must be a PKCS#12 file in base64 with one private key, and "
                    + "client_certificate_password its password (the partner if not given)."]);
        }

        return new AccountOpening<TenpayAccount>(
            Make(material.Name, settings, certificate), []);
    }

    private static TenpayAccount Make(
        string name, TenpaySettings settings, X509Certificate2? certificate)
    {
        var profile = settings.Profile!.Value;
        var isOpen = profile == TenpayProfile.Open;
        return new TenpayAccount
        {
            Name = name,
            Profile = profile,
            Identity = settings.Text(isOpen ? "app_id" : "partner"),
            NamedPartner = isOpen && settings.Has("partner") ? settings.Text("partner") : null,
            SignTail = Encoding.ASCII.GetBytes($"&key={settings.Secret("key")}"),
            SignKeyIndex = settings.Has("sign_key_index") ? settings.Text("sign_key_index") : null,
            Charset = settings.Charset!,
            Base = new Uri(settings.Base),
            BankType = settings.Text("bank_type", "DEFAULT"),
            PayerFallback = settings.PayerFallback,
            CountsBytes = settings.Text("body_unit", Characters) is Bytes,
            TakesIdOnly = settings.Text("notify_id_only", isOpen ? Yes : No) is Yes,
            TakesLoginWithoutToken = settings.Text("login_without_token", No) is Yes,
            RefundQuery = isOpen ? null : new Uri(settings.RefundQuery),
            Partner = settings.Has("partner") ? settings.Text("partner") : null,
            Bill = settings.Has("partner") && settings.Bill is { Length: > 0 } bill
                ? new Uri(bill)
                : null,
            Refunds = certificate is null ? null : RefundAccess(settings, certificate),
        };
    }

    private static TenpayRefundAccess RefundAccess(
        TenpaySettings settings, X509Certificate2 certificate)
    {
        var password = Encoding.ASCII.GetBytes(settings.Secret("op_user_password")!);
        return new TenpayRefundAccess
        {
            Address = new Uri(settings.RefundAddress),
            OperatorId = settings.Text("op_user_id", settings.Text("partner")),
            OperatorPassword = settings.Text("op_password_case", Lower) is Upper
                ? Digest.Md5Upper(password)
                : Digest.Md5Lower(password),
            Certificate = certificate,
            IsNotified = settings.Text("refund_notify", Yes) is Yes,
        };
    }
}
