namespace PayFunctions.Channels.Abc;

/// <summary>What a return code means for us.</summary>
internal enum AbcMeaning
{
    /// <summary>Nothing was learned: trouble, our own configuration, or a code nobody knows.
    /// </summary>
    Trouble,

    /// <summary>Done, or taken.</summary>
    Done,

    /// <summary>Refused for good, whatever the order is.</summary>
    Refused,

    /// <summary>The order's state forbids it.</summary>
    StateForbids,

    /// <summary>The bank has no such order.</summary>
    NoSuchOrder,

    /// <summary>The bank may have this number already: it must be asked about.</summary>
    Repeated,
}
