namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What Alipay's words about a person mean. They could repeat the person: a reason is made of codes
/// alone, and <c>identity_info</c> and <c>material_info</c> are not read.
/// </summary>
internal static class AlipayIdentityStatus
{
    private const int NumberMax = 32;
    private const string Passed = "T";
    private const string NotPassed = "F";

    /// <summary>What the answer to the beginning says.</summary>
    public static IdentityOutcome OfInitialize(AlipayAnswer answer)
        => answer switch
        {
            { IsGatewayError: true } => Trouble(answer),
            { Code: AlipayAnswer.Ok } => answer.Text("certify_id")
                is { Length: > 0 and <= NumberMax } number && number.All(char.IsAsciiLetterOrDigit)
                    ? new IdentityPageMade(number)
                    : new IdentityUnknown("begun, but certify_id is unreadable"),
            { Code: AlipayStatus.BusinessFailed, SubCode: "ILLEGAL_ARGUMENT_FORMAT" }
                => new IdentityRefused(answer.Codes),
            _ => Trouble(answer),
        };

    /// <summary>What the answer to a question says.</summary>
    public static IdentityOutcome OfQuery(AlipayAnswer answer, AlipayAccount account)
        => answer switch
        {
            { IsGatewayError: true } => Trouble(answer),
            { Code: AlipayAnswer.Ok } => answer.Text("passed") switch
            {
                Passed => new IdentityConfirmed(),
                NotPassed when account.Identity.FailsWithoutReason
                    || answer.Text("fail_reason") is { Length: > 0 } => new IdentityDenied(),
                NotPassed => new IdentityUnknown("not passed, and no reason"),
                _ => new IdentityUnknown("passed is neither T nor F"),
            },
            _ => Trouble(answer),
        };

    private static IdentityUnknown Trouble(AlipayAnswer answer) => new(answer.Codes);
}
