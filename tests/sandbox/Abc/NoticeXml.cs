using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>A notification's form, taken apart without the simulator's code.</summary>
internal sealed partial record NoticeXml(string Xml, bool IsGenuine)
{
    public string this[string name]
        => Regex.Match(
            Xml, $"<{name}>(?<value>[^<]*)</{name}>", RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)).Groups["value"].Value;

    public static NoticeXml Read(string form)
    {
        form.ShouldStartWith("MSG=");
        var bytes = Convert.FromBase64String(WebUtility.UrlDecode(form["MSG=".Length..]));
        var xml = AbcVectors.Gbk.GetString(bytes);
        var parts = Envelope().Match(xml);
        parts.Success.ShouldBeTrue(xml);
        return new(xml, AbcVectors.Bank.VerifyData(
            AbcVectors.Gbk.GetBytes(parts.Groups["inner"].Value),
            Convert.FromBase64String(parts.Groups["signature"].Value), HashAlgorithmName.SHA1,
            RSASignaturePadding.Pkcs1));
    }

    [GeneratedRegex(
        @"\A<MSG><Message>(?<inner>.*)</Message>"
        + @"<Signature-Algorithm>SHA1withRSA</Signature-Algorithm>"
        + @"<Signature>(?<signature>[^<]+)</Signature></MSG>\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Envelope();
}
