using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PayFunctions.Channels.Wire;
using PayFunctions.Platform;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// Opens an account from what the operator registered. Settings that must be there:
/// <c>merchant_id</c> (15 digits) and <c>bank_certificate</c> (the bank's TrustPay.cer, PEM or
/// base64 of DER). Secrets: <c>merchant_certificate</c> (base64 of the PKCS#12 file) and
/// <c>merchant_certificate_password</c>. All other settings have usual values:
/// <c>path</c>, <c>gateway_uri</c>, <c>page_hosts</c>, <c>charset</c> (addresses and bytes);
/// <c>payment_type</c>, <c>union_pay_link_type</c>, <c>commodity_type</c>, <c>notify_type</c>,
/// <c>notify_scheme</c>, <c>receive_account</c>, <c>receive_acc_name</c>,
/// <c>refund_account_no</c>, <c>refund_account_name</c>, <c>refund_type</c>,
/// <c>capture_refund_by</c>, <c>native_batches</c>, <c>kcode_payment_type</c>,
/// <c>kcode_link_type</c>, <c>kcode_names</c>, <c>agreement_card_type</c>,
/// <c>agreement_unsign_no</c>, <c>identity_custom_type</c>, <c>identity_link_type</c>,
/// <c>identity_custom_no</c> (what is said); <c>agreement_signed_status</c>,
/// <c>agreement_ended_status</c>,
/// <c>confirm_by_query</c>, <c>status_03</c>, <c>refund_done_at_once</c>, <c>refused_codes</c>,
/// <c>kcode_done_at_once</c>, <c>kcode_wrong_codes</c>, <c>identity_denied_codes</c> (how answers
/// are understood).
/// docs/channels/abc.md explains each.
/// </summary>
internal static class AbcAccountRules
{
    private const string Certificate = "merchant_certificate";
    private const string Password = "merchant_certificate_password";

    private const string CodesRule =
        "must be return codes of 4 to 8 capital letters and digits, separated by commas, and "
        + "none that says that something is done, unknown or there already.";

    // Opening a PKCS#12 file takes long on purpose, and accounts are looked at for each payment.
    private static readonly ConditionalWeakTable<AccountMaterial, Opened> Known = [];

    private const string StatusRule =
        "must be one to eight codes of at most 4 letters and digits, separated by commas.";

    private static readonly AbcSetting[] Settings =
    [
        new("merchant_id", "", IsMerchantId, "must be 15 digits."),
        new("bank_certificate", "", static text => AbcBankKey.TryRead(text, out _),
            "must be the bank's certificate with an RSA key of at least 1024 bits, PEM or base64 "
            + "of DER (not the merchant's own, not a bare key)."),
        AbcSetting.OneOf(AbcAddress.PathSetting, AbcAddress.Paths),
        new(AbcAddress.GatewaySetting, "", AbcAddress.IsGatewayOrUsual,
            "must be an https address without query (http only for loopback)."),
        new(AbcAddress.PageHostsSetting, AbcAddress.UsualPageHosts, AbcAddress.AreHosts,
            "must be 1 to 8 host names, separated by commas."),
        AbcSetting.OneOf("charset", "utf-8", "gbk"),
        AbcSetting.OneOf("payment_type", "A", "1", "2", "3", "5", "6", "7"),
        AbcSetting.OneOf("union_pay_link_type", "0", "1"),
        AbcSetting.OneOf("commodity_type", AbcCommodity.Codes),
        AbcSetting.OneOf("notify_type", "1", "0"),
        AbcSetting.OneOf("notify_scheme", "unchanged", "http"),
        AbcSetting.Words("receive_account"),
        AbcSetting.Words("receive_acc_name"),
        AbcSetting.Words("refund_account_no"),
        AbcSetting.Words("refund_account_name"),
        AbcSetting.OneOf("capture_refund_by", "capture", "hold"),
        AbcSetting.OneOf("agreement_card_type", "A", "1", "3"),
        AbcSetting.OneOf("agreement_unsign_no", "signing", "own"),
        new("agreement_signed_status", "0,00", static text => text.Length > 0 && AreStatuses(text),
            StatusRule),
        new("agreement_ended_status", "", AreStatuses, StatusRule),
        new("refund_type", "0", static text => text is [>= '0' and <= '9'], "must be one digit."),
        AbcSetting.Flag("native_batches", usual: false),
        AbcSetting.Flag("confirm_by_query", usual: true),
        AbcSetting.OneOf("status_03", "paid", "unknown"),
        AbcSetting.Flag("refund_done_at_once", usual: false),
        new("refused_codes", "", AbcReturnCode.MayRefuse,
            CodesRule),
        AbcSetting.OneOf("kcode_payment_type", "1", "2", "3", "5", "6", "7", "A"),
        AbcSetting.OneOf("kcode_link_type", "1", "2", "3", "4", "5"),
        AbcSetting.OneOf("kcode_names", "3.1", "3.2"),
        AbcSetting.Flag("kcode_done_at_once", usual: false),
        new("kcode_wrong_codes", "", AbcReturnCode.MayRefuse, CodesRule),
        AbcSetting.OneOf("identity_custom_type", "0", "1"),
        AbcSetting.OneOf("identity_link_type", "1", "2", "3", "4", "5"),
        AbcSetting.OneOf("identity_custom_no", "empty", "number"),
        new("identity_denied_codes", "", AbcReturnCode.MayRefuse, CodesRule),
    ];

    /// <summary>The account, or a sentence for each fault. Remembered with the material.</summary>
    public static AccountOpening<AbcAccount> Open(AccountMaterial material)
        => Known.GetValue(material, static m => new Opened(Read(m))).Opening;

    private static AccountOpening<AbcAccount> Read(AccountMaterial material)
    {
        List<string> faults = [.. FaultsOf(material)];
        if (!Pkcs12Key.TryRead(
            material.Secrets.GetValueOrDefault(Certificate)?.RevealBase64(),
            material.Secrets.GetValueOrDefault(Password)?.Reveal() ?? "",
            out var key))
        {
            faults.Add($"{Certificate} must be the base64 text of a PKCS#12 file with one RSA key "
                + $"of at least 2048 bits, and {Password} its password.");
        }

        AbcBankKey.TryRead(Text(material, "bank_certificate"), out var bankKey);
        return faults.Count > 0 || key is null || bankKey is null
            ? new AccountOpening<AbcAccount>(null, faults)
            : new AccountOpening<AbcAccount>(Make(material, key, bankKey), []);
    }

    private static AbcAccount Make(AccountMaterial material, Pkcs12Key key, AbcBankKey bankKey)
        => new()
        {
            Name = material.Name,
            MerchantId = Text(material, "merchant_id"),
            Key = key,
            BankKey = bankKey,
            Gateway = AbcAddress.GatewayOf(
                Text(material, AbcAddress.GatewaySetting), Text(material, AbcAddress.PathSetting),
                material.Environment == AccountEnvironment.Production),
            Charset = TextCharset.Of(Text(material, "charset"))!,
            PageHosts = AbcAddress.HostsOf(Text(material, AbcAddress.PageHostsSetting)),
            Terms = TermsOf(material),
            KCode = KCodeOf(material),
            Identity = new AbcIdentityTerms
            {
                CustomType = Text(material, "identity_custom_type"),
                LinkType = Text(material, "identity_link_type"),
                SaysNumber = Is(material, "identity_custom_no", "number"),
                DeniedCodes = AbcReturnCode.ListOf(Text(material, "identity_denied_codes")),
            },
            Reading = new AbcReading
            {
                ConfirmsByQuery = Is(material, "confirm_by_query", "true"),
                RequestedIsPaid = Is(material, "status_03", "paid"),
                RefundIsDoneAtOnce = Is(material, "refund_done_at_once", "true"),
                SignedStatuses = AbcReturnCode.ListOf(Text(material, "agreement_signed_status")),
                EndedStatuses = AbcReturnCode.ListOf(Text(material, "agreement_ended_status")),
                RefusedCodes = AbcReturnCode.ListOf(Text(material, "refused_codes")),
            },
        };

    private static AbcTerms TermsOf(AccountMaterial material) => new()
    {
        PaymentType = Text(material, "payment_type"),
        UnionPayLinkType = Text(material, "union_pay_link_type"),
        CommodityType = Text(material, "commodity_type"),
        NotifyType = Text(material, "notify_type"),
        NotifiesByHttp = Is(material, "notify_scheme", "http"),
        ReceiveAccount = Text(material, "receive_account"),
        ReceiveAccName = Text(material, "receive_acc_name"),
        RefundAccountNo = Text(material, "refund_account_no"),
        RefundAccountName = Text(material, "refund_account_name"),
        RefundsByHold = Is(material, "capture_refund_by", "hold"),
        AgreementCardType = Text(material, "agreement_card_type"),
        UnsignsByOwnNumber = Is(material, "agreement_unsign_no", "own"),
        UsesBatches = Is(material, "native_batches", "true"),
        RefundType = Text(material, "refund_type"),
    };

    private static AbcKCodeTerms KCodeOf(AccountMaterial material) => new()
    {
        PaymentType = Text(material, "kcode_payment_type"),
        LinkType = Text(material, "kcode_link_type"),
        NamesAsLater = Is(material, "kcode_names", "3.2"),
        IsDoneAtOnce = Is(material, "kcode_done_at_once", "true"),
        WrongCodes = AbcReturnCode.ListOf(Text(material, "kcode_wrong_codes")),
    };

    private static IEnumerable<string> FaultsOf(AccountMaterial material)
        => material.Settings.Keys.Except(
                Settings.Select(static s => s.Name), StringComparer.Ordinal)
            .Select(static name => $"{name} is no setting of an ABC account.")
            .Concat(material.Secrets.Keys.Except([Certificate, Password], StringComparer.Ordinal)
                .Select(static name => $"{name} is no secret of an ABC account."))
            .Concat(Settings.Where(s => !s.IsSound(Text(material, s)))
                .Select(static s => $"{s.Name} {s.Rule}"));

    private static bool Is(AccountMaterial material, string name, string value)
        => string.Equals(Text(material, name), value, StringComparison.Ordinal);

    private static string Text(AccountMaterial material, string name)
        => Text(material, Array.Find(
            Settings, s => string.Equals(s.Name, name, StringComparison.Ordinal))!);

    private static string Text(AccountMaterial material, AbcSetting setting)
        => material.Settings.GetValueOrDefault(setting.Name, setting.Usual);

    private static bool AreStatuses(string text)
    {
        const int most = 8;
        const int lengthMax = 4;
        return AbcReturnCode.ListOf(text) is { Count: <= most } codes
            && codes.All(static c => c.Length is > 0 and <= lengthMax
                && c.All(char.IsAsciiLetterOrDigit));
    }

    private static bool IsMerchantId(string text)
    {
        const int digits = 15;
        return text.Length == digits && text.All(char.IsAsciiDigit);
    }

    private sealed record Opened(AccountOpening<AbcAccount> Opening);
}
