using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Alipay.Identity;

/// <summary>Every check of a person of this world.</summary>
internal sealed class CertificationBook(TimeProvider time)
{
    /// <summary>The most checks one run keeps.</summary>
    public const int Maximum = 100_000;

    /// <summary>How long a person may come; commonly stated, not documented.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(23);

    private const int IdDigits = 32;

    private readonly ConcurrentDictionary<string, Certification> all =
        new(StringComparer.Ordinal);

    /// <summary>Begins one; null where there is no room.</summary>
    public Certification? Begin(
        Merchant merchant, string orderNo, string name, string certNo, string returnUrl)
    {
        if (all.Count >= Maximum)
        {
            return null;
        }

        var begun = new Certification(
            RandomNumberGenerator.GetHexString(IdDigits, lowercase: true), merchant, orderNo,
            name, certNo, returnUrl, time.GetUtcNow());
        return all[begun.CertifyId] = begun;
    }

    /// <summary>The check of that number, or null.</summary>
    public Certification? Find(string certifyId) => all.GetValueOrDefault(certifyId);

    /// <summary>Whether nobody can come any more.</summary>
    public bool IsOver(Certification certification)
        => time.GetUtcNow() >= certification.BegunAt + Life;

    /// <summary>The person came: once. Null where he cannot, or did before.</summary>
    public Certification? Decide(string certifyId, bool passed)
        => Find(certifyId) is { Passed: null } known && !IsOver(known)
            && all.TryUpdate(certifyId, known with { Passed = passed }, known)
                ? Find(certifyId)
                : null;
}
