namespace PayFunctions.Channels.IPayNow;

/// <summary>Words of merchants on ipaynow's wire.</summary>
internal static class IPayNowText
{
    /// <summary>
    /// The same words without what is said by the wire itself. Signed is <c>a=1&amp;b=2</c>, not
    /// escaped: a subject with <c>&amp;</c> could make the signature of our own order, which a
    /// payer sees, the signature of a notification that says it is paid. The full-width twins
    /// look alike to a payer.
    /// </summary>
    public static string Plain(string text, int most)
    {
        var plain = string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from[i] switch
                {
                    '&' => '＆',
                    '=' => '＝',
                    var c when char.IsControl(c) => ' ',
                    var c => c,
                };
            }
        });
        return Shorten(plain, most);
    }

    /// <summary>Cuts a text, never within a character.</summary>
    public static string Shorten(string text, int most)
        => text.Length <= most
            ? text
            : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
