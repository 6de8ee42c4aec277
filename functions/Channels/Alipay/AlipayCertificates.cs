using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What an account in certificate mode sends and trusts: the numbers of our certificate and of
/// Alipay's roots, and the keys of Alipay's certificates by their numbers: the registered one, and
/// later ones that proved to be issued below the roots. Nothing is fetched to prove that.
/// </summary>
internal sealed class AlipayCertificates
{
    /// <summary>The most certificates in one text.</summary>
    public const int InTextMax = 16;

    /// <summary>How many later certificates are remembered.</summary>
    public const int LearnedMax = 8;

    private readonly X509Certificate2Collection roots;
    private readonly string registeredNumber;
    private readonly AlipayPublicKey registered;
    private ImmutableDictionary<string, AlipayPublicKey> learned
        = ImmutableDictionary.Create<string, AlipayPublicKey>(StringComparer.Ordinal);

    private AlipayCertificates(
        X509Certificate2 app, X509Certificate2Collection roots, X509Certificate2 alipay,
        AlipayPublicKey key)
    {
        this.roots = roots;
        registered = key;
        registeredNumber = AlipayCertificateNumber.Of(alipay);
        AppNumber = AlipayCertificateNumber.Of(app);
        RootNumber = AlipayCertificateNumber.OfRoots(roots);
    }

    /// <summary>The number of our application's certificate.</summary>
    public string AppNumber { get; }

    /// <summary>The numbers of Alipay's roots.</summary>
    public string RootNumber { get; }

    /// <summary>Every key that is trusted now, the registered one first.</summary>
    public IEnumerable<AlipayPublicKey> Keys => [registered, .. learned.Values];

    /// <summary>
    /// Reads the three settings, PEM each: the certificate itself first, then what lies between it
    /// and the roots. Whether they are in time is Alipay's business, not ours. Null when one is
    /// wrong; the faults say which.
    /// </summary>
    public static AlipayCertificates? TryRead(
        string app, string roots, string alipay, List<string> faults)
    {
        var before = faults.Count;
        var ours = TryReadAll(app);
        if (ours is null || AlipayPublicKey.Of(ours[0]) is null)
        {
            faults.Add("app_certificate must be the application's certificate with an RSA key of "
                + "at least 2048 bits, in PEM.");
        }

        var top = TryReadAll(roots);
        if (top is null || AlipayCertificateNumber.OfRoots(top).Length == 0)
        {
            faults.Add("alipay_root_certificates must be Alipay's root certificates in PEM, "
                + "an RSA root among them.");
        }

        var theirs = TryReadAll(alipay);
        var key = theirs is null ? null : AlipayPublicKey.Of(theirs[0]);
        if (theirs is null || key is null || (top is not null && !IsBelow(top, theirs, now: null)))
        {
            faults.Add("alipay_certificate must be Alipay's certificate for the application, with "
                + "an RSA key of at least 2048 bits, in PEM, issued below "
                + "alipay_root_certificates; the certificates between them follow it.");
        }

        return faults.Count > before
            ? null
            : new AlipayCertificates(ours![0], top!, theirs![0], key!);
    }

    /// <summary>The key of the certificate with that number, or null when it is not known.
    /// </summary>
    public AlipayPublicKey? Find(string? number)
        => number is null ? null
            : string.Equals(number, registeredNumber, StringComparison.Ordinal) ? registered
            : learned.GetValueOrDefault(number);

    /// <summary>
    /// Learns a certificate, if it has that number, is in time and was issued below the roots.
    /// </summary>
    public bool TryLearn(string number, string pem, DateTimeOffset now)
    {
        if (TryReadAll(pem) is not { } chain
            || !string.Equals(
                AlipayCertificateNumber.Of(chain[0]), number, StringComparison.Ordinal)
            || !IsBelow(roots, chain, now)
            || AlipayPublicKey.Of(chain[0]) is not { } key)
        {
            return false;
        }

        ImmutableInterlocked.Update(
            ref learned,
            known => (known.Count < LearnedMax ? known : known.Clear()).SetItem(number, key));
        return true;
    }

    private static X509Certificate2Collection? TryReadAll(string pem)
    {
        var all = new X509Certificate2Collection();
        try
        {
            all.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }

        return all.Count is > 0 and <= InTextMax ? all : null;
    }

    private static bool IsBelow(
        X509Certificate2Collection roots, X509Certificate2Collection certificates,
        DateTimeOffset? now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        if (now is { } moment)
        {
            chain.ChainPolicy.VerificationTime = moment.LocalDateTime;
        }
        else
        {
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        }

        return chain.Build(certificates[0]);
    }
}
