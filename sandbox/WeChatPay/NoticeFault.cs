namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What can go wrong with notifications here, beside what can everywhere.</summary>
internal static class NoticeFault
{
    /// <summary>The signature is a probe.</summary>
    public const string Probe = "probe_notification";

    /// <summary>Somebody else signed, under a known name.</summary>
    public const string Stranger = "stranger_notification";

    /// <summary>It names a key that nobody knows.</summary>
    public const string UnknownSerial = "unknown_serial_notification";

    /// <summary>It is signed as of ten minutes ago.</summary>
    public const string Old = "old_notification";

    /// <summary>It was encrypted with another APIv3 key.</summary>
    public const string OtherKey = "other_key_notification";

    /// <summary>The tag of its ciphertext does not fit.</summary>
    public const string WrongTag = "wrong_tag_notification";

    /// <summary>It is the XML of the older interface.</summary>
    public const string Xml = "xml_notification";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Probe, Stranger, UnknownSerial, Old, OtherKey, WrongTag, Xml];
}
