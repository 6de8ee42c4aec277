namespace PayFunctions.Channels;

/// <summary>
/// What the payer enters to pay: the code, and what else the bank wants to know of payer and card;
/// what it does not want is empty. It passes through: it is never stored, has no readable text, and
/// whoever sends it on asks aloud.
/// </summary>
internal sealed class KCodeProof
{
    /// <summary>The member with the code.</summary>
    public const string Code = "code";

    /// <summary>The member with the payer's name.</summary>
    public const string Name = "acc_name";

    /// <summary>The member with the kind of the payer's certificate, a letter.</summary>
    public const string CertificateType = "certificate_type";

    /// <summary>The member with the certificate's number.</summary>
    public const string CertificateNo = "certificate_no";

    /// <summary>The member with the card's expiry, 4 digits.</summary>
    public const string Expiry = "exp_date";

    /// <summary>The member with the 3 digits on the card's back.</summary>
    public const string Cvv2 = "cvv2";

    private const int CodeMax = 20;
    private const int TextMax = 60;
    private const int ExpiryDigits = 4;
    private const int Cvv2Digits = 3;

    // I is an identity card and P a passport; the documents name the other letters only.
    private const string Certificates = "IPSJKTFDWURBACEGHLM";

    private static readonly (string Name, Func<string, bool> IsSound)[] Rules =
    [
        (Code, static t => t.Length is > 0 and <= CodeMax && t.All(char.IsAsciiLetterOrDigit)),
        (Name, static t => t.Length <= TextMax && !t.Any(char.IsControl)),
        (CertificateType, static t => t.Length == 0
            || (t.Length == 1 && Certificates.Contains(t, StringComparison.Ordinal))),
        (CertificateNo, static t => t.Length <= TextMax
            && t.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '(' or ')')),
        (Expiry, static t => t.Length is 0 or ExpiryDigits && t.All(char.IsAsciiDigit)),
        (Cvv2, static t => t.Length is 0 or Cvv2Digits && t.All(char.IsAsciiDigit)),
    ];

    private readonly IReadOnlyDictionary<string, string> fields;

    private KCodeProof(IReadOnlyDictionary<string, string> fields) => this.fields = fields;

    /// <summary>The members that it is read from.</summary>
    public static string[] Members { get; } = [.. Rules.Select(static r => r.Name)];

    /// <summary>A member, for the channel alone; empty where the payer did not say.</summary>
    public string Reveal(string member) => fields.GetValueOrDefault(member, "");

    /// <summary>The proof, or the name of the first member that is wrong.</summary>
    public static (KCodeProof? Proof, string Wrong) Of(IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, isSound) in Rules)
        {
            if (!isSound(fields.GetValueOrDefault(name, "")))
            {
                return (null, name);
            }
        }

        return (
            new KCodeProof(Members.ToDictionary(
                static m => m, m => fields.GetValueOrDefault(m, ""), StringComparer.Ordinal)),
            "");
    }

    /// <summary>A mask.</summary>
    public override string ToString() => "***";
}
