namespace PayFunctions.Channels.Abc;

/// <summary>What the bank has to be told of a person.</summary>
internal static class AbcIdentityRules
{
    /// <summary>The first member that is missing, or that the bank cannot take; else null.
    /// </summary>
    public static string? WrongMember(Person person, params ReadOnlySpan<string> required)
    {
        foreach (var member in required)
        {
            if (!person.Has(member))
            {
                return member;
            }
        }

        return AbcIdentityMessages.LetterOf(person.Reveal(Person.CertificateKind)) is null
            ? Person.CertificateKind
            : null;
    }
}
