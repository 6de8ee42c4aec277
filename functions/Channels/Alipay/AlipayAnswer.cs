using System.Text;
using System.Text.Json;

namespace PayFunctions.Channels.Alipay;

/// <summary>An answer of the gateway whose signature was verified before it was parsed.</summary>
internal sealed class AlipayAnswer
{
    private readonly Dictionary<string, string> fields;

    private AlipayAnswer(Dictionary<string, string> fields, bool isGatewayError)
    {
        this.fields = fields;
        IsGatewayError = isGatewayError;
    }

    /// <summary>Whether the gateway itself refused: then there is no word about a trade.</summary>
    public bool IsGatewayError { get; }

    /// <summary>10000 when the method did its work.</summary>
    public string? Code => Text("code");

    /// <summary>A field that is a string, or null.</summary>
    public string? Text(string name) => fields.GetValueOrDefault(name);

    /// <summary>Verifies and reads; never throws for what came.</summary>
    public static AlipayReply Read(ReadOnlySpan<byte> body, string root, AlipayAccount account)
    {
        string text;
        try
        {
            text = account.Charset.Encoding.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return AlipayReply.Trouble("the answer is not in the account's charset");
        }

        var envelope = AlipayEnvelope.Cut(text, root);
        return envelope switch
        {
            null => AlipayReply.Trouble("the answer is cut off or not an answer to this"),
            { Sign: null } => AlipayReply.Trouble(
                envelope.IsGatewayError ? "an unsigned error" : "the answer is not signed"),
            _ => Verified(envelope.Signed, envelope.Sign, account) is { } signed
                ? Parse(signed, envelope.IsGatewayError)
                : AlipayReply.Trouble("the answer's signature is wrong"),
        };
    }

    /// <summary>The text that the signature covers, or null.</summary>
    public static string? Verified(string signed, string sign, AlipayAccount account)
    {
        if (Verifies(signed, sign, account))
        {
            return signed;
        }

        // Some answers are signed before their slashes are escaped. What was verified is what is
        // read, not what came: else an escaped backslash before a slash could change a meaning.
        var unescaped = signed.Replace("\\/", "/", StringComparison.Ordinal);
        return unescaped.Length < signed.Length && Verifies(unescaped, sign, account)
            ? unescaped
            : null;
    }

    private static bool Verifies(string signed, string sign, AlipayAccount account)
        => account.PublicKey.Verifies(
            account.Charset.Encoding.GetBytes(signed), Encoding.UTF8.GetBytes(sign));

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
                        .Where(static p => p.Value.ValueKind == JsonValueKind.String)
                        .ToDictionary(
                            static p => p.Name, static p => p.Value.GetString()!,
                            StringComparer.Ordinal),
                    isGatewayError));
            }
        }
        catch (JsonException)
        {
            // Signed, and yet not JSON: said below.
        }

        return AlipayReply.Trouble("the answer is signed, but cannot be read");
    }
}
