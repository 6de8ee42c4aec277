namespace PayFunctions.Channels;

/// <summary>
/// Who somebody says to be. It passes through: it is never stored, has no readable text, and
/// whoever sends it on asks aloud.
/// </summary>
internal sealed class Person
{
    /// <summary>The member with the name.</summary>
    public const string Name = "name";

    /// <summary>The member with the kind of the identity document.</summary>
    public const string CertificateKind = "certificate_kind";

    /// <summary>The member with the document's number.</summary>
    public const string CertificateNo = "certificate_no";

    /// <summary>The member with the number of a bank card or account.</summary>
    public const string CardNo = "card_no";

    /// <summary>The member with a mobile phone's number.</summary>
    public const string Mobile = "mobile";

    /// <summary>The kind that is meant where none is said: the resident identity card.</summary>
    public const string IdentityCard = "IDENTITY_CARD";

    private const int NameMax = 30;
    private const int KindMax = 32;
    private const int NumberMax = 30;
    private const int CardMin = 6;
    private const int CardMax = 20;
    private const int MobileDigits = 11;
    private const int IdentityCardLength = 18;
    private const int OldIdentityCardLength = 15;

    private static readonly (string Name, Func<string, bool> IsSound)[] Rules =
    [
        (Name, static t => t.Length <= NameMax && !t.Any(char.IsControl)
            && t.Trim().Length == t.Length),
        (CertificateKind, static t => t.Length <= KindMax
            && t.All(static c => char.IsAsciiLetterUpper(c) || c is '_')),
        (CertificateNo, static t => t.Length <= NumberMax
            && t.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '(' or ')')),
        (CardNo, static t => t.Length == 0
            || (t.Length is >= CardMin and <= CardMax && t.All(char.IsAsciiDigit))),
        (Mobile, static t => t.Length == 0
            || (t.Length == MobileDigits && t.All(char.IsAsciiDigit))),
    ];

    private readonly IReadOnlyDictionary<string, string> fields;

    private Person(IReadOnlyDictionary<string, string> fields) => this.fields = fields;

    /// <summary>The members that it is read from.</summary>
    public static string[] Members { get; } = [.. Rules.Select(static r => r.Name)];

    /// <summary>The person, or the name of the first member that is wrong.</summary>
    public static (Person? Person, string Wrong) Of(IReadOnlyDictionary<string, string> given)
    {
        foreach (var (name, isSound) in Rules)
        {
            if (!isSound(given.GetValueOrDefault(name, "")))
            {
                return (null, name);
            }
        }

        var said = Members.ToDictionary(
            static m => m, m => given.GetValueOrDefault(m, ""), StringComparer.Ordinal);
        if (said[CertificateKind].Length == 0)
        {
            said[CertificateKind] = IdentityCard;
        }

        return said[CertificateKind] is IdentityCard
            && said[CertificateNo] is { Length: > 0 } number && !IsIdentityCard(number)
                ? (null, CertificateNo)
                : (new Person(said), "");
    }

    /// <summary>A member, for the channel alone; empty where nobody said it.</summary>
    public string Reveal(string member) => fields.GetValueOrDefault(member, "");

    /// <summary>Whether a member was said.</summary>
    public bool Has(string member) => Reveal(member).Length > 0;

    /// <summary>A mask.</summary>
    public override string ToString() => "***";

    /// <summary>15 digits, or 17 and a digit or X.</summary>
    private static bool IsIdentityCard(string number) => number.Length switch
    {
        OldIdentityCardLength => number.All(char.IsAsciiDigit),
        IdentityCardLength => number[..^1].All(char.IsAsciiDigit)
            && (char.IsAsciiDigit(number[^1]) || number[^1] is 'X'),
        _ => false,
    };
}
