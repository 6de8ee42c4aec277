namespace PayFunctions.Channels.Wire;

/// <summary>Why bytes are no flat XML.</summary>
internal enum FlatXmlFault
{
    /// <summary>More bytes than the limit.</summary>
    TooLarge,

    /// <summary>It declares a charset that is not one of ours.</summary>
    CharsetUnknown,

    /// <summary>The bytes are no text in its charset.</summary>
    NotText,

    /// <summary>Not well-formed, cut off, or with a DTD.</summary>
    Malformed,

    /// <summary>An element below the first level.</summary>
    Nested,

    /// <summary>An element comes twice.</summary>
    Doubled,

    /// <summary>More elements than the limit.</summary>
    TooMany,
}
