using System.Text;
using System.Text.Json;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>An answer of the gateway whose signature was verified before it was parsed.</summary>
internal sealed class AlipayAnswer
{
    /// <summary>The method did its work.</summary>
    public const string Ok = "10000";

    private readonly Dictionary<string, string> fields;

    private AlipayAnswer(Dictionary<string, string> fields, bool isGatewayError)
    {
        this.fields = fields;
        IsGatewayError = isGatewayError;
    }

    /// <summary>Whether the gateway itself refused: then there is no word about a trade.</summary>
    public bool IsGatewayError { get; }

    /// <summary><see cref="Ok"/> when the method did its work.</summary>
    public string? Code => Text("code");

    /// <summary>The finer code without its prefix, which comes misspelt too.</summary>
    public string? SubCode
        => Text("sub_code") is { } code
            ? code.StartsWith("ACQ.", StringComparison.Ordinal)
                || code.StartsWith("AQC.", StringComparison.Ordinal) ? code[4..] : code
            : null;

    /// <summary>Both codes, for a human.</summary>
    public string Codes => $"{Code} {Text("sub_code")}".Trim();

    /// <summary>A field that is a string, or null.</summary>
    public string? Text(string name) => fields.GetValueOrDefault(name);

    /// <summary>
    /// Whether it is about that trade. A refusal may leave the number out; a success has to say it.
    /// </summary>
    public bool IsAbout(ChannelOrderNo number)
        => Text("out_trade_no") is { } named
            ? string.Equals(named, number.ToString(), StringComparison.Ordinal)
            : !string.Equals(Code, Ok, StringComparison.Ordinal);

    /// <summary>Verifies and reads; never throws for what came.</summary>
    public static AlipayReply Read(ReadOnlySpan<byte> body, string root, AlipayAccount account)
        => Cut(body, root, account, out var fault) switch
        {
            null => AlipayReply.Trouble(fault),
            { Sign: null } envelope => AlipayReply.Trouble(
                envelope.IsGatewayError ? "an unsigned error" : "the answer is not signed"),
            { Sign: { } sign } envelope => account.KeyOf(envelope.CertificateNumber) is { } key
                ? Verified(envelope.Signed, sign, account.Charset, key) is { } signed
                    ? Parse(signed, envelope.IsGatewayError)
                    : AlipayReply.Trouble("the answer's signature is wrong")
                : AlipayCertificateNumber.IsNumber(envelope.CertificateNumber)
                    ? AlipayReply.Unproved(envelope.CertificateNumber!)
                    : AlipayReply.Trouble("the answer names no certificate"),
        };

    /// <summary>
    /// Reads without verifying: only for what proves itself by other means. The download of a
    /// certificate is not signed.
    /// </summary>
    public static AlipayReply ReadUnverified(
        ReadOnlySpan<byte> body, string root, AlipayAccount account)
        => Cut(body, root, account, out var fault) is { } envelope
            ? Parse(envelope.Signed, envelope.IsGatewayError)
            : AlipayReply.Trouble(fault);

    /// <summary>The text that the signature covers, or null.</summary>
    private static string? Verified(
        string signed, string sign, AlipayCharset charset, AlipayPublicKey key)
    {
        if (Verifies(signed))
        {
            return signed;
        }

        // Some answers are signed before their slashes are escaped. What was verified is what is
        // read, not what came: else an escaped backslash before a slash could change a meaning.
        var unescaped = signed.Replace("\\/", "/", StringComparison.Ordinal);
        return unescaped.Length < signed.Length && Verifies(unescaped) ? unescaped : null;

        bool Verifies(string text)
            => key.Verifies(charset.Encoding.GetBytes(text), Encoding.UTF8.GetBytes(sign));
    }

    private static AlipayEnvelope? Cut(
        ReadOnlySpan<byte> body, string root, AlipayAccount account, out string fault)
    {
        fault = "the answer is not in the account's charset";
        if (account.Charset.TryDecode(body) is not { } text)
        {
            return null;
        }

        fault = "the answer is cut off or not an answer to this";
        return AlipayEnvelope.Cut(text, root);
    }

    // Samples of the documents write some single letters as a list of one.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() == 1 => TextOf(value[0]),
        _ => null,
    };

    private static AlipayReply Parse(string signed, bool isGatewayError)
    {
        try
        {
            using var json = JsonDocument.Parse(signed, new JsonDocumentOptions
            {
                MaxDepth = AlipayEnvelope.DepthMax,
                AllowDuplicateProperties = false,
            });
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return AlipayReply.Of(new AlipayAnswer(
                    json.RootElement.EnumerateObject()
                        .Select(static p => (p.Name, Text: TextOf(p.Value)))
                        .Where(static p => p.Text is not null)
                        .ToDictionary(
                            static p => p.Name, static p => p.Text!, StringComparer.Ordinal),
                    isGatewayError));
            }
        }
        catch (JsonException)
        {
            // Cut out, and yet not JSON: said below.
        }

        return AlipayReply.Trouble("the answer cannot be read");
    }
}
