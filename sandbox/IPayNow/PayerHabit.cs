namespace PayFunctions.Sandbox.IPayNow;

/// <summary>
/// What a payer does who shows a code: said by the code's last two digits, or ordered for the next
/// charge as a fault of that name.
/// </summary>
internal static class PayerHabit
{
    /// <summary>Pays at once: every code but those below.</summary>
    public const string Pays = "payer_pays";

    /// <summary>Code …01: is asked for a password (A004), types it after a while (N001).</summary>
    public const string Password = "payer_password";

    /// <summary>Code …02: the bank refuses.</summary>
    public const string Declines = "payer_declines";

    /// <summary>Code …03: is asked for a password and never types it.</summary>
    public const string Silent = "payer_silent";

    /// <summary>Every habit.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Pays, Password, Declines, Silent];

    /// <summary>The habit that a code says.</summary>
    public static string Of(string code)
        => code switch
        {
            [.., '0', '1'] => Password,
            [.., '0', '2'] => Declines,
            [.., '0', '3'] => Silent,
            _ => Pays,
        };
}
