using System.Runtime.CompilerServices;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Opens each registration once, though it is looked at before every payment: a PKCS#12 file takes
/// long to open, and fetched certificates and connections hang on what came of it. What was opened
/// is forgotten with its registration.
/// </summary>
internal sealed class WeChatPayOpenings
{
    private readonly ConditionalWeakTable<AccountMaterial, Opened> known = [];

    /// <summary>The account, or what is wrong with it.</summary>
    public AccountOpening<WeChatPayAccount> Open(AccountMaterial material)
        => known.GetValue(
            material, static m => new Opened(WeChatPayAccountRules.Open(m))).Opening;

    private sealed record Opened(AccountOpening<WeChatPayAccount> Opening);
}
