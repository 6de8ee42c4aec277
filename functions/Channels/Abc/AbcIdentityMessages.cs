using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What we say to the bank about persons: the text of a message, not signed yet. Members and their
/// order are those of the bank's own SDK.
/// </summary>
internal static class AbcIdentityMessages
{
    /// <summary>The product with a page.</summary>
    public const string PageProduct = "abc_identity";

    /// <summary>The product without one.</summary>
    public const string Product = "abc_identity_check";

    private const int NameMax = 60;

    // I is an identity card and P a passport; the documents name the other letters only.
    private const string Letters = "IPSJKTFDWURBACEGHLM";

    /// <summary>The bank's letter for a kind of document; null for one it has none for.</summary>
    public static string? LetterOf(string kind) => kind switch
    {
        Person.IdentityCard => "I",
        "PASSPORT" => "P",
        [var letter] when Letters.Contains(letter, StringComparison.Ordinal) => kind,
        _ => null,
    };

    /// <summary>Opens the page where a person is checked. It names no number of ours.</summary>
    public static string OpenPage(AbcAccount account, IdentityRequest request, Person person)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "IdentityVerifyReq")
            .Text("CustomType", account.Identity.CustomType)
            .Text("BankCardNo", person.Reveal(Person.CardNo))
            .Text("CertificateNo", person.Reveal(Person.CertificateNo))
            .Text("CertificateType", LetterOf(person.Reveal(Person.CertificateKind))!)
            .Text("ResultNotifyURL", AbcMessages.NotifyUrl(account, request.NotifyUrl))
            .Text("OrderDate", BeijingClock.Write(request.AskedAt, BeijingClock.SlashedDay))
            .Text("OrderTime", BeijingClock.Write(request.AskedAt, BeijingClock.TimeOfDay))
            .Text("PaymentLinkType", account.Identity.LinkType));

    /// <summary>Checks a person at once. So it is spelt.</summary>
    public static string Check(AbcAccount account, IdentityRequest request, Person person)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "StaticIdentifyVerifyReq")
            .Text("CustomType", account.Identity.CustomType)
            .Text("ClientName", AbcText.Clean(person.Reveal(Person.Name), NameMax))
            .Text("AccNo", person.Reveal(Person.CardNo))
            .Text("CertificateNo", person.Reveal(Person.CertificateNo))
            .Text("CertificateType", LetterOf(person.Reveal(Person.CertificateKind))!)
            .Text("MobileNo", person.Reveal(Person.Mobile))
            .Text("CustomNo", account.Identity.SaysNumber ? request.Number.ToString() : ""));
}
