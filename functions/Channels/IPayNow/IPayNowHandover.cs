using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.IPayNow;

/// <summary>Profile A's order in a payer's browser: as an address, and as a form.</summary>
internal static class IPayNowHandover
{
    /// <summary>Carries signed fields to ipaynow's cashier.</summary>
    public static PageHandover Of(
        Uri gateway, IReadOnlyList<KeyValuePair<string, string>> signed)
        => new(
            new Uri($"{gateway.AbsoluteUri}?"
                + FormPairs.Write(signed, TextCharset.Utf8.Encoding)),
            gateway,
            signed);
}
