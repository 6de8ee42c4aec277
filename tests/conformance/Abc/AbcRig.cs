using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Abc;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.Abc;

/// <summary>The Agricultural Bank of China, by TrustPay.</summary>
public sealed class AbcRig : ChannelRig
{
    private const string MerchantId = "103880000000001";
    private const string OtherMerchantId = "103880000000002";
    private const string Password = "abc-password";

    private static readonly DateTimeOffset Expired = new(2023, 8, 11, 0, 0, 0, TimeSpan.Zero);
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private static readonly Lazy<X509Certificate2> Merchant
        = new(static () => Make("abc-merchant"));

    private static readonly Lazy<X509Certificate2> Bank = new(static () => Make("abc-bank"));

    private AbcSimulator? simulator;

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
    public override string QueryOperation => "Query";

    /// <inheritdoc/>
    public override string RefundOperation => "Refund";

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        var certificate = Merchant.Value.ExportCertificatePem();
        simulator = await AbcSimulator.StartAsync(new AbcSimulatorOptions
        {
            PrivateKey = Convert.ToBase64String(MemoryKeys.Of("abc-bank").ExportPkcs8PrivateKey()),
            Time = parts.ChannelClock,
            Merchants = [new(MerchantId, certificate), new(OtherMerchantId, certificate)],
        });
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(parts, simulator, other ? OtherMerchantId : MerchantId, Bank.Value);

    /// <inheritdoc/>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(parts, simulator, MerchantId, Merchant.Value);

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
    {
        var merchant = success.OtherIdentity ? OtherMerchantId : MerchantId;
        return Message(parts, Signed(
            "<TrxResponse><ReturnCode>0000</ReturnCode><ErrorMessage>交易成功</ErrorMessage>"
            + $"<MerchantID>{merchant}</MerchantID><OrderNo>{success.Number}</OrderNo>"
            + FormattableString.Invariant($"<Amount>{success.Fen / 100m:F2}</Amount>")
            + "<HostDate>2026/03/01</HostDate><HostTime>20:00:00</HostTime></TrxResponse>"));
    }

    /// <summary>
    /// The form carries one field, and what else may stand in it says nothing; so it is the XML
    /// inside that is damaged field by field.
    /// </summary>
    internal override IEnumerable<(string Name, string Parameters)> Damages(string parameters)
    {
        foreach (var (name, damaged) in FormDamage.Of(parameters))
        {
            if (name is not "a field that was not signed")
            {
                yield return (name, damaged);
            }
        }

        var xml = Gbk.GetString(Convert.FromBase64String(
            WebUtility.UrlDecode(parameters["MSG=".Length..])));
        foreach (var name in (string[])[
            "ReturnCode", "MerchantID", "OrderNo", "Amount", "HostDate", "HostTime", "iRspRef",
            "Signature-Algorithm", "Signature"])
        {
            yield return ($"{name} removed", Form(xml.Replace(
                $"<{name}>", $"<x-{name}>", StringComparison.Ordinal)));
            yield return ($"{name} altered", Form(xml.Replace(
                $"</{name}>", $"1</{name}>", StringComparison.Ordinal)));
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (simulator is not null)
        {
            await simulator.DisposeAsync();
        }
    }

    private static JsonObject Account(
        RigParts parts, Uri simulator, string merchant, X509Certificate2 bank)
    {
        parts.KeepSecret(
            "abc-certificate",
            Convert.ToBase64String(Merchant.Value.Export(X509ContentType.Pkcs12, Password)));
        parts.KeepSecret("abc-password", Password);
        return new JsonObject
        {
            ["environment"] = "test",
            ["settings"] = new JsonObject
            {
                ["merchant_id"] = merchant,
                ["bank_certificate"] = bank.ExportCertificatePem(),
                ["gateway_uri"] = new Uri(
                    simulator, "ebus/ReceiveMerchantTrxReqServlet").AbsoluteUri,
                ["page_hosts"] = simulator.Host,
            },
            ["secrets"] = new JsonObject
            {
                ["merchant_certificate"] = "abc-certificate",
                ["merchant_certificate_password"] = "abc-password",
            },
        };
    }

    private static ChannelMessage Message(RigParts parts, string xml)
        => new(
            "POST", new Uri(parts.Gateway, "notify/abc/main").AbsoluteUri,
            "application/x-www-form-urlencoded", Form(xml));

    private static string Signed(string inner)
    {
        var signature = Convert.ToBase64String(MemoryKeys.Of("abc-bank").SignData(
            Gbk.GetBytes(inner), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
        return $"<MSG><Message>{inner}</Message>"
            + "<Signature-Algorithm>SHA1withRSA</Signature-Algorithm>"
            + $"<Signature>{signature}</Signature></MSG>";
    }

    private static string Form(string xml)
        => $"MSG={WebUtility.UrlEncode(Convert.ToBase64String(Gbk.GetBytes(xml)))}";

    /// <summary>Both have expired, for nobody looks at the dates.</summary>
    private static X509Certificate2 Make(string name)
        => new CertificateRequest(
                $"CN={name}", MemoryKeys.Of(name), HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Expired.AddYears(-10), Expired);
}
