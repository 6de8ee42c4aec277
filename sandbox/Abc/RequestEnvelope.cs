using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// A request cut into the message and its signature, by bytes: between <c>"Message":</c> and the
/// last <c>,"Signature-Algorithm"</c>. Whether there is an outer MSG does not matter.
/// </summary>
/// <param name="Message">Exactly as it came.</param>
/// <param name="Signature">Decoded.</param>
internal sealed record RequestEnvelope(byte[] Message, byte[] Signature)
{
    private const string Begin = "\"Message\":";
    private const string End = ",\"Signature-Algorithm\"";
    private const string Algorithm = "\"SHA1withRSA\"";
    private const string SignatureName = "\"Signature\"";

    /// <summary>The message as text: UTF-8, or GBK where it is none.</summary>
    public string Text
    {
        get
        {
            try
            {
                return Charset.Utf8.GetString(Message);
            }
            catch (DecoderFallbackException)
            {
                return Charset.Gbk.GetString(Message);
            }
        }
    }

    /// <summary>Cuts a body; null where it has not this form.</summary>
    public static RequestEnvelope? Cut(byte[] body)
    {
        // One character a byte: a search finds the same places as in the bytes.
        var text = Encoding.Latin1.GetString(body);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.LastIndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin)
        {
            return null;
        }

        var parts = text[(end + End.Length)..].Split(
            [':', ',', '}'], StringSplitOptions.TrimEntries);
        return parts is ["", Algorithm, SignatureName, ['"', .. var base64, '"'], ..]
            && Decode(base64) is { } signature
                ? new(body[begin..end], signature)
                : null;
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? bytes[..length]
            : null;
    }
}
