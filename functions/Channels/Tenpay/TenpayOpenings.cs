using System.Runtime.CompilerServices;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// Opens each registration once, though it is looked at before every payment: a PKCS#12 file takes
/// long to open, and the connections of an account hang on the certificate that came of it. What
/// was opened is forgotten with its registration.
/// </summary>
internal sealed class TenpayOpenings
{
    private readonly ConditionalWeakTable<AccountMaterial, Opened> known = [];

    /// <summary>The account, or what is wrong with it.</summary>
    public AccountOpening<TenpayAccount> Open(AccountMaterial material)
        => known.GetValue(
            material, static m => new Opened(TenpayAccountRules.Open(m))).Opening;

    private sealed record Opened(AccountOpening<TenpayAccount> Opening);
}
