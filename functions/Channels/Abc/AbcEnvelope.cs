using System.Text;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The envelope around a message: <c>{"Message":…,"Signature-Algorithm":…,"Signature":…}</c>,
/// in answers with another <c>{"MSG":…}</c> around it. It is cut by bytes and never parsed: what
/// was signed is the message exactly as it stands there.
/// </summary>
/// <param name="Signed">The message's bytes.</param>
/// <param name="Signature">The signature's base64, in ASCII.</param>
internal sealed record AbcEnvelope(
    ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The largest request, in bytes: the SDKs send no larger one.</summary>
    public const int RequestBytesMax = 8_000;

    // No byte of these can be the second one of a GBK character, so a search cannot go astray.
    private static ReadOnlySpan<byte> MessageName => "\"Message\":"u8;

    private static ReadOnlySpan<byte> AlgorithmName => ",\"Signature-Algorithm\""u8;

    private static ReadOnlySpan<byte> CodeName => "\"ReturnCode\":\""u8;

    private static ReadOnlySpan<byte> Between
        => ",\"Signature-Algorithm\":\"SHA1withRSA\",\"Signature\":\""u8;

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>
    /// Signs a message and wraps it; null when that is more than <see cref="RequestBytesMax"/>.
    /// </summary>
    public static byte[]? Write(string message, AbcAccount account)
    {
        var signed = account.Charset.Encoding.GetBytes(message);
        var signature = Encoding.ASCII.GetBytes(AbcSignature.Of(signed, account));
        byte[] body = [.. "{"u8, .. MessageName, .. signed, .. Between, .. signature, .. "\"}"u8];
        return body.Length <= RequestBytesMax ? body : null;
    }

    /// <summary>
    /// Cuts an answer between <c>"Message":</c> and the last <c>,"Signature-Algorithm"</c>; null
    /// when it has not this form, or is not signed by our algorithm.
    /// </summary>
    public static AbcEnvelope? Cut(ReadOnlyMemory<byte> body)
    {
        var bytes = body.Span;
        var start = bytes.IndexOf(MessageName) + MessageName.Length;
        var end = bytes.LastIndexOf(AlgorithmName);
        if (start < MessageName.Length || end < start || !bytes[end..].StartsWith(Between))
        {
            return null;
        }

        var from = end + Between.Length;
        var length = bytes[from..].IndexOf((byte)'"');
        return length >= 0 && IsEnd(bytes[(from + length)..])
            ? new AbcEnvelope(body[start..end], body.Slice(from, length))
            : null;
    }

    /// <summary>
    /// The return code of an answer without a signature, for people to read; null when there is a
    /// signature or no code. Nothing may be decided by it.
    /// </summary>
    public static string? UnsignedCode(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf(CodeName);
        var isWhole = body.TrimEnd(Blanks).EndsWith("}"u8);
        if (at < 0 || !isWhole || body.IndexOf(AlgorithmName) >= 0)
        {
            return null;
        }

        var rest = body[(at + CodeName.Length)..];
        var length = rest.IndexOf((byte)'"');
        return length > 0 && AbcReturnCode.IsCode(Encoding.Latin1.GetString(rest[..length]))
            ? Encoding.Latin1.GetString(rest[..length])
            : null;
    }

    private static bool IsEnd(ReadOnlySpan<byte> rest)
        => rest.TrimEnd(Blanks).SequenceEqual("\"}}"u8);
}
