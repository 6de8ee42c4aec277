namespace PayFunctions.ShareLogin;

/// <summary>Why a wallet's user is not sent to an application.</summary>
internal enum LoginRefusal
{
    /// <summary>The address names no application that is opened this way from that account.
    /// </summary>
    Unknown,

    /// <summary>The wallet did not say this.</summary>
    Invalid,

    /// <summary>The wallet said this once, and it was taken then.</summary>
    Used,
}
