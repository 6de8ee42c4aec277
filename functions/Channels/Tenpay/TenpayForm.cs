using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// The parameters of a notification. The escapes are bytes first; what they mean is said by
/// <c>input_charset</c>, which stands among them.
/// </summary>
internal static class TenpayForm
{
    /// <summary>The parameters sorted by name, or why they cannot be had.</summary>
    public static NotificationRefusal? TryRead(ReadOnlySpan<byte> text, out FormPairs form)
    {
        if (FormPairs.TryRead(text, Encoding.Latin1, out form) is { } fault)
        {
            return RefusalOf(fault);
        }

        var name = form.Text("input_charset"u8);
        var charset = name is null ? TenpayCharset.Usual : TenpayCharset.Of(name);
        return charset is null ? NotificationRefusal.CharsetUnexpected
            : FormPairs.TryRead(text, charset.Encoding, out form) is { } second
                ? RefusalOf(second)
            : null;
    }

    private static NotificationRefusal RefusalOf(FormFault fault)
        => fault == FormFault.Duplicated
            ? NotificationRefusal.FieldDuplicated
            : NotificationRefusal.Malformed;
}
