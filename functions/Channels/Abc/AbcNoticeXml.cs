using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// A notification's XML in GBK:
/// <c>&lt;MSG&gt;&lt;Message&gt;INNER&lt;/Message&gt;</c>, the algorithm and the signature. It is
/// cut by bytes: what was signed is INNER exactly as it stands there, and nothing is parsed before.
/// </summary>
internal static class AbcNoticeXml
{
    // "<" can be no second byte of a GBK character, so a search for a tag cannot go astray.
    private static ReadOnlySpan<byte> Open => "<Message>"u8;

    private static ReadOnlySpan<byte> Close => "</Message>"u8;

    private static ReadOnlySpan<byte> AlgorithmOpen => "<Signature-Algorithm>"u8;

    private static ReadOnlySpan<byte> AlgorithmClose => "</Signature-Algorithm>"u8;

    private static ReadOnlySpan<byte> SignatureOpen => "<Signature>"u8;

    private static ReadOnlySpan<byte> SignatureClose => "</Signature>"u8;

    private static ReadOnlySpan<byte> ResponseOpen => "<TrxResponse>"u8;

    private static ReadOnlySpan<byte> ResponseClose => "</TrxResponse>"u8;

    /// <summary>
    /// The fields of <c>TrxResponse</c>, of bytes that the bank has signed; or why there are none.
    /// </summary>
    public static NotificationRefusal? TryRead(
        ReadOnlySpan<byte> xml, AbcBankKey bank, out FlatXml fields)
    {
        FlatXml.TryRead([], TextCharset.Gbk, out fields);
        var start = xml.IndexOf(Open) + Open.Length;
        var end = xml.LastIndexOf(Close);
        if (start < Open.Length || end < start)
        {
            return NotificationRefusal.Malformed;
        }

        var signed = xml[start..end];
        var fault = TryTail(xml[(end + Close.Length)..], out var signature);
        return fault is not null ? fault
            : !bank.Verifies(signed, signature) ? NotificationRefusal.SignatureWrong
            : TryResponse(signed, out fields);
    }

    private static NotificationRefusal? TryTail(
        ReadOnlySpan<byte> tail, out ReadOnlySpan<byte> signature)
    {
        signature = [];
        var rest = tail;
        if (!TryElement(ref rest, AlgorithmOpen, AlgorithmClose, out var algorithm))
        {
            return NotificationRefusal.SignatureMissing;
        }

        if (!algorithm.SequenceEqual("SHA1withRSA"u8))
        {
            return NotificationRefusal.SignTypeUnexpected;
        }

        if (!TryElement(ref rest, SignatureOpen, SignatureClose, out signature)
            || signature.IsEmpty)
        {
            return NotificationRefusal.SignatureMissing;
        }

        return Trim(rest).SequenceEqual("</MSG>"u8) ? null : NotificationRefusal.Malformed;
    }

    private static bool TryElement(
        scoped ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> open,
        scoped ReadOnlySpan<byte> close, scoped out ReadOnlySpan<byte> content)
    {
        content = [];
        var text = Trim(rest);
        var length = text.IndexOf(close) - open.Length;
        if (!text.StartsWith(open) || length < 0)
        {
            return false;
        }

        content = Trim(text.Slice(open.Length, length));
        rest = text[(open.Length + length + close.Length)..];
        return true;
    }

    // Common and Merchant may stand before it; one TrxResponse there is, or its fields could be
    // taken from the wrong one.
    private static NotificationRefusal? TryResponse(ReadOnlySpan<byte> signed, out FlatXml fields)
    {
        var start = signed.IndexOf(ResponseOpen);
        var end = signed.LastIndexOf(ResponseClose);
        if (start < 0 || end < start)
        {
            FlatXml.TryRead([], TextCharset.Gbk, out fields);
            return NotificationRefusal.Malformed;
        }

        return FlatXml.TryRead(
            signed[start..(end + ResponseClose.Length)], TextCharset.Gbk, out fields) switch
        {
            null => null,
            FlatXmlFault.Doubled => NotificationRefusal.FieldDuplicated,
            _ => NotificationRefusal.Malformed,
        };
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
        => text.Trim(" \t\r\n"u8);
}
