using System.Net;
using System.Net.Sockets;
using PayFunctions.Channels.Wire;
using PayFunctions.Platform;

namespace PayFunctions.Channels.Tenpay;

/// <summary>What the operator registered, with what holds where nothing was registered.</summary>
internal sealed class TenpaySettings(AccountMaterial material)
{
    private const string ProductionOpen = "https://api.tenpay.com";
    private const string TestOpen = "https://sandbox.tenpay.com/api";
    private const string ProductionGateway = "https://gw.tenpay.com";
    private const string ProductionRefund =
        "https://api.mch.tenpay.com/refundapi/gateway/refund.xml";

    /// <summary>open or gateway; null for anything else.</summary>
    public TenpayProfile? Profile => Text("profile") switch
    {
        "open" => TenpayProfile.Open,
        "gateway" => TenpayProfile.Gateway,
        _ => null,
    };

    /// <summary>The charset of requests.</summary>
    public TextCharset? Charset => TenpayCharset.Of(
        Text("input_charset", TenpayCharset.Usual.Name));

    /// <summary>Where pages and questions go; empty where there is no usual place.</summary>
    public string Base => Text("base_uri", (Profile, IsProduction) switch
    {
        (TenpayProfile.Open, true) => ProductionOpen,
        (TenpayProfile.Open, false) => TestOpen,
        (TenpayProfile.Gateway, true) => ProductionGateway,
        _ => "",  // Tenpay has no test system for it
    });

    /// <summary>
    /// Where refunds are sent. The guide names mch.tenpay.com; later clients this one.
    /// </summary>
    public string RefundAddress => Text("refund_uri", IsProduction ? ProductionRefund : "");

    /// <summary>Where bills are fetched. The guide's address has no TLS and bills are not signed:
    /// so none is used that is not registered.</summary>
    public string Bill => Text("bill_uri");

    /// <summary>Where refunds are asked about.</summary>
    public string RefundQuery => Text(
        "refund_query_uri", Base.TrimEnd('/') + TenpayWire.RefundQueryPath);

    /// <summary>The payer's address where there is none; null where none is registered, or no
    /// IPv4 address in four parts.</summary>
    public IPAddress? PayerFallback
        => IPAddress.TryParse(Text("payer_ip_fallback"), out var address)
            && address.AddressFamily == AddressFamily.InterNetwork
            && string.Equals(
                address.ToString(), Text("payer_ip_fallback"), StringComparison.Ordinal)
                ? address
                : null;

    private bool IsProduction => material.Environment == AccountEnvironment.Production;

    /// <summary>Whether a setting was registered.</summary>
    public bool Has(string name) => material.Settings.ContainsKey(name);

    /// <summary>A setting, or what holds without it.</summary>
    public string Text(string name, string usual = "")
        => material.Settings.GetValueOrDefault(name, usual);

    /// <summary>A secret; null where there is none.</summary>
    public string? Secret(string name) => material.Secrets.GetValueOrDefault(name)?.Reveal();

    /// <summary>A secret's bytes behind its base64; null where there are none.</summary>
    public byte[]? SecretBytes(string name)
        => material.Secrets.GetValueOrDefault(name)?.RevealBase64();
}
