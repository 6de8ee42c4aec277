namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about a person mean. Its sentences could repeat the person: a reason is
/// made of the return code alone.
/// </summary>
internal static class AbcIdentityStatus
{
    /// <summary>The page where the person is checked, or why there is none.</summary>
    public static IdentityOutcome OfPage(AbcAnswer answer, AbcAccount account)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done => AbcAddress.PageOf(answer.Text("VerifyURL"), account) is { } page
                ? new IdentityPageMade(page.AbsoluteUri)
                : new IdentityUnknown("VerifyURL is no page of the bank: see page_hosts"),
            AbcMeaning.Refused => new IdentityRefused(Said(answer)),
            _ => new IdentityUnknown(Said(answer)),
        };

    /// <summary>What the answer to a check without a page says: the return code is all of it.
    /// </summary>
    public static IdentityOutcome OfCheck(AbcAnswer answer, AbcAccount account)
        => answer.Code is { } code && account.Identity.DeniedCodes.Contains(code)
            ? new IdentityDenied()
            : AbcReturnCode.MeaningOf(answer.Code, account) switch
            {
                AbcMeaning.Done => new IdentityConfirmed(),
                AbcMeaning.Refused => new IdentityRefused(Said(answer)),
                _ => new IdentityUnknown(Said(answer)),
            };

    private static string Said(AbcAnswer answer)
        => answer.Code is { } code && AbcReturnCode.IsCode(code)
            ? $"return code {code}"
            : "no return code";
}
