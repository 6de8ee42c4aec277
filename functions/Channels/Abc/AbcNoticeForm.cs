using System.Buffers;
using System.Buffers.Text;
using System.Net.Http.Headers;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The form that carries a notification: one field <c>MSG</c>, base64 of XML. The bank's server
/// posts it; so does the payer's browser, which may also bring it in the query of a GET.
/// </summary>
internal static class AbcNoticeForm
{
    /// <summary>The largest form; genuine ones have less than two KiB.</summary>
    public const int BytesMax = 64 * 1024;

    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The bytes of the XML, or why there are none.</summary>
    public static NotificationRefusal? TryRead(
        RawNotification notification, out ReadOnlyMemory<byte> xml)
    {
        xml = default;
        if (notification.Body.Length > BytesMax)
        {
            return NotificationRefusal.BodyTooLarge;
        }

        if (!IsForm(notification))
        {
            return NotificationRefusal.ContentTypeUnexpected;
        }

        return FormPairs.TryRead(
            notification.Body.Span, TextCharset.Utf8.Encoding, out var form) switch
        {
            null => Decode(form.Find("MSG"u8).ToArray(), out xml),
            FormFault.Duplicated => NotificationRefusal.FieldDuplicated,
            _ => NotificationRefusal.Malformed,
        };
    }

    private static bool IsForm(RawNotification notification)
        => string.Equals(notification.Method, "GET", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(notification.ContentType)
            || (MediaTypeHeaderValue.TryParse(notification.ContentType, out var type)
                && string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase));

    // A plus that somebody forgot to escape comes as a blank; base64 has no blanks of its own.
    private static NotificationRefusal? Decode(byte[] base64, out ReadOnlyMemory<byte> xml)
    {
        base64.AsSpan().Replace((byte)' ', (byte)'+');
        var status = Base64.DecodeFromUtf8InPlace(base64, out var length);
        xml = base64.AsMemory(0, length);
        return status == OperationStatus.Done && length > 0
            ? null
            : NotificationRefusal.Malformed;
    }
}
