using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Abc;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.Abc;

/// <summary>The Agricultural Bank of China's TrustPay.</summary>
public sealed class AbcRig : ChannelRig
{
    private const string MerchantId = "103880000000001";
    private const string OtherMerchantId = "103880000000002";

    private static readonly Encoding Gbk
        = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private static readonly Lazy<string> Merchant = new(
        static () => TestCertificate.Pkcs12Of("abc-merchant", MemoryKeys.Of("abc-merchant")));

    private AbcSimulator? simulator;

    private static RSA BankKey => MemoryKeys.Of("abc-bank");

    /// <inheritdoc/>
    public override string Channel => "abc";

    /// <inheritdoc/>
    public override string PageProduct => "abc_page";

    /// <inheritdoc/>
    public override string? OtherPageProduct => "abc_wap";

    /// <inheritdoc/>
    public override bool AsksToOpen => true;

    /// <inheritdoc/>
    public override string OpenOperation => "PayReq";

    /// <inheritdoc/>
    public override string? HoldProduct => "abc_hold_page";

    /// <inheritdoc/>
    public override bool HoldEndsAtOnce => true;

    /// <inheritdoc/>
    public override string CaptureOperation => "PreAuthCancelConfirm";

    /// <inheritdoc/>
    public override string ReleaseOperation => "PreAuthCancelConfirm";

    /// <inheritdoc/>
    public override string KCodeSendOperation => "KPayVerifyReq";

    /// <inheritdoc/>
    public override string KCodePayOperation => "KPayReq";

    /// <inheritdoc/>
    public override string UnsignedCard => "6228480000000005095";

    /// <inheritdoc/>
    internal override async Task SignUpAsync(Uri page)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var signed = await browser.PostAsync(page, content: null);
        signed.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public override string? AgreementProduct => "abc_agreement";

    /// <inheritdoc/>
    public override string DebitOperation => "AgentPay";

    /// <inheritdoc/>
    public override string UnsignOperation => "AgentUnSign";

    /// <inheritdoc/>
    public override string QueryOperation => "Query";

    /// <inheritdoc/>
    public override string RefundOperation => "Refund";

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        using var merchant = TestCertificate.Of("abc-merchant", MemoryKeys.Of("abc-merchant"));
        simulator = await AbcSimulator.StartAsync(new AbcSimulatorOptions
        {
            PrivateKey = Convert.ToBase64String(BankKey.ExportPkcs8PrivateKey()),
            Time = parts.ChannelClock,
            Merchants =
            [
                new(MerchantId, merchant.ExportCertificatePem()),
                new(OtherMerchantId, merchant.ExportCertificatePem()),
            ],
        });
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(parts, other ? OtherMerchantId : MerchantId, "abc-bank");

    /// <inheritdoc/>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(parts, MerchantId, "stranger");

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
        => Message(parts.Gateway, Sign(
            "<TrxResponse><ReturnCode>0000</ReturnCode><ErrorMessage>交易成功</ErrorMessage>"
            + "<ECMerchantType>EBUS</ECMerchantType>"
            + $"<MerchantID>{(success.OtherIdentity ? OtherMerchantId : MerchantId)}</MerchantID>"
            + $"<TrxType>ABCSoftTokenPay</TrxType><OrderNo>{success.Number}</OrderNo>"
            + FormattableString.Invariant($"<Amount>{success.Fen / 100m:F2}</Amount>")
            + "<BatchNo>000001</BatchNo><VoucherNo>000001</VoucherNo>"
            + "<HostDate>2026/03/01</HostDate><HostTime>20:00:00</HostTime>"
            + "<PayType>EP001</PayType><NotifyType>1</NotifyType>"
            + "<iRspRef>9014000000000001</iRspRef></TrxResponse>"));

    /// <inheritdoc/>
    internal override IEnumerable<(string Name, string Parameters)> Damages(string parameters)
    {
        var xml = Gbk.GetString(Convert.FromBase64String(
            WebUtility.UrlDecode(parameters["MSG=".Length..])));
        (string Name, string Xml)[] inner =
        [
            ("the amount altered", xml.Replace(
                "<Amount>", "<Amount>1", StringComparison.Ordinal)),
            ("the order altered", xml.Replace(
                "</OrderNo>", "1</OrderNo>", StringComparison.Ordinal)),
            ("the code altered", xml.Replace(
                "<ReturnCode>0000", "<ReturnCode>0001", StringComparison.Ordinal)),
            ("a field added", xml.Replace(
                "</TrxResponse>", "<Note>1</Note></TrxResponse>", StringComparison.Ordinal)),
            ("the signature altered", xml.Replace(
                "<Signature>", "<Signature>A", StringComparison.Ordinal)),
            ("the signature emptied", xml[..xml.IndexOf("<Signature>", StringComparison.Ordinal)]
                + "<Signature></Signature></MSG>"),
            ("another algorithm", xml.Replace(
                "SHA1withRSA", "MD5withRSA", StringComparison.Ordinal)),
            ("no end", xml[..(xml.Length / 2)]),
        ];
        return
        [
            .. FormDamage.Of(parameters).Where(
                static d => d.Name is not "a field that was not signed" and not "too long"),
            .. inner.Select(static i => (i.Name, Parameters(i.Xml))),
        ];
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (simulator is not null)
        {
            await simulator.DisposeAsync();
        }
    }

    private static string Parameters(string xml)
        => "MSG=" + WebUtility.UrlEncode(Convert.ToBase64String(Gbk.GetBytes(xml)));

    private static ChannelMessage Message(Uri gateway, string xml)
        => new(
            "POST", new Uri(gateway, "notify/abc/main").AbsoluteUri,
            "application/x-www-form-urlencoded", Parameters(xml));

    [SuppressMessage(
        "Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    private static string Sign(string inner)
    {
        var signature = Convert.ToBase64String(BankKey.SignData(
            Gbk.GetBytes(inner), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
        return $"<MSG><Message>{inner}</Message>"
            + "<Signature-Algorithm>SHA1withRSA</Signature-Algorithm>"
            + $"<Signature>{signature}</Signature></MSG>";
    }

    private JsonObject Account(RigParts parts, string merchantId, string bankKey)
    {
        parts.KeepSecret("abc-merchant", Merchant.Value);
        parts.KeepSecret("abc-merchant-password", TestCertificate.Password);
        using var bank = TestCertificate.Of("MainServer.0001", MemoryKeys.Of(bankKey));
        return new JsonObject
        {
            ["environment"] = "test",
            ["settings"] = new JsonObject
            {
                ["merchant_id"] = merchantId,
                ["bank_certificate"] = bank.ExportCertificatePem(),
                ["gateway_uri"] = simulator!.GatewayUri.AbsoluteUri,
                ["page_hosts"] = "127.0.0.1",
                ["kcode_wrong_codes"] = AbcSimulatorOptions.UsualWrongKCode,
            },
            ["secrets"] = new JsonObject
            {
                ["merchant_certificate"] = "abc-merchant",
                ["merchant_certificate_password"] = "abc-merchant-password",
            },
        };
    }
}
