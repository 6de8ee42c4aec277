namespace PayFunctions.Channels.Wire;

/// <summary>Why bytes are not form pairs.</summary>
internal enum FormFault
{
    /// <summary>A part between two <c>&amp;</c> has no name or no <c>=</c>.</summary>
    PairMalformed,

    /// <summary>A name has other characters than letters, digits and <c>_ - .</c>.</summary>
    NameUnexpected,

    /// <summary>A <c>%</c> is not followed by two hexadecimal digits.</summary>
    EscapeMalformed,

    /// <summary>A blank, a control character or a byte above ASCII came unescaped.</summary>
    ByteUnexpected,

    /// <summary>A value is not text in the charset.</summary>
    CharsetInvalid,

    /// <summary>A name comes twice.</summary>
    Duplicated,

    /// <summary>There are more pairs than <see cref="FormPairs.PairsMax"/>.</summary>
    TooMany,
}
