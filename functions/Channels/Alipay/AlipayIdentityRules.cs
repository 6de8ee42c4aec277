namespace PayFunctions.Channels.Alipay;

/// <summary>What an operator may set about checks of persons.</summary>
internal static class AlipayIdentityRules
{
    private const string Scene = "identity_scene";
    private const string Param = "identity_param";
    private const string Failed = "identity_failed";
    private const string AsObject = "object";
    private const string AsText = "text";
    private const string WithReason = "with_reason";
    private const string Always = "always";

    /// <summary>The settings' names.</summary>
    public static readonly string[] Names = [Scene, Param, Failed];

    /// <summary>What is set, from sound settings.</summary>
    public static AlipayIdentityTerms TermsOf(AccountMaterial material) => new()
    {
        Scene = Text(material, Scene, AlipayIdentityTerms.Scenes[0]),
        SaysTexts = Text(material, Param, AsObject) is AsText,
        FailsWithoutReason = Text(material, Failed, WithReason) is Always,
    };

    /// <summary>A sentence for each fault.</summary>
    public static IEnumerable<string> FaultsOf(AccountMaterial material)
    {
        if (!AlipayIdentityTerms.Scenes.Contains(
            Text(material, Scene, AlipayIdentityTerms.Scenes[0]), StringComparer.Ordinal))
        {
            yield return $"{Scene} must be {string.Join(", ", AlipayIdentityTerms.Scenes)}.";
        }

        if (Text(material, Param, AsObject) is not (AsObject or AsText))
        {
            yield return $"{Param} must be {AsObject} or {AsText}.";
        }

        if (Text(material, Failed, WithReason) is not (WithReason or Always))
        {
            yield return $"{Failed} must be {WithReason} or {Always}.";
        }
    }

    private static string Text(AccountMaterial material, string name, string usual)
        => material.Settings.GetValueOrDefault(name, usual);
}
