namespace PayFunctions.Tests.Conformance.World;

/// <summary>What a rig is made of.</summary>
/// <param name="ChannelClock">The channel's clock.</param>
/// <param name="Gateway">The gateway's root.</param>
/// <param name="KeepSecret">Puts a secret into the vault.</param>
internal sealed record RigParts(
    TimeProvider ChannelClock, Uri Gateway, Action<string, string> KeepSecret);

/// <summary>What a forged notification says.</summary>
/// <param name="Number">The trade.</param>
/// <param name="Fen">The amount.</param>
/// <param name="OtherIdentity">Whether it names another identity than the account's.</param>
internal sealed record ForgedSuccess(string Number, long Fen, bool OtherIdentity = false);
