using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Identity;

/// <summary>
/// Makes keyed hashes: HMAC-SHA256 with a secret of the vault over what it is for, the application
/// and the text. It has no readable text.
/// </summary>
internal sealed class IdentityKey(byte[] key)
{
    /// <summary>The shortest secret, in bytes.</summary>
    public const int MinBytes = 32;

    /// <summary>Characters of a seal.</summary>
    public const int SealLength = 32;

    private const char Between = '\n';

    /// <summary>A person, for an application.</summary>
    public PersonDigests Of(string appId, Person person) => new(
        Digest(
            "all", appId,
            string.Join(Between, Person.Members.Select(m => $"{m}={person.Reveal(m)}"))),
        Of(appId, Person.Name, person.Reveal(Person.Name)),
        Of(appId, Person.CertificateNo, person.Reveal(Person.CertificateNo)),
        Of(appId, Person.CardNo, person.Reveal(Person.CardNo)));

    /// <summary>One member of a person; empty for nothing.</summary>
    public string Of(string appId, string member, string value)
        => value.Length == 0 ? "" : Digest(member, appId, value);

    /// <summary>
    /// The id of an application's number: the same each time, and nobody can guess it. No order has
    /// such a number.
    /// </summary>
    public OrderId IdOf(string appId, string outVerifyNo)
        => OrderId.Of(appId, $"identity:{Digest("number", appId, outVerifyNo)}");

    /// <summary>
    /// What an address for one check has in it, so that nobody but its channel knows it.
    /// </summary>
    public string SealOf(string channel, string account, ChannelOrderNo number)
        => Digest("seal", channel, $"{account}{Between}{number}")[..SealLength];

    /// <summary>Whether it is that seal; takes the same time wherever it differs.</summary>
    public bool IsSeal(string seal, string channel, string account, ChannelOrderNo number)
        => CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(seal),
            Encoding.UTF8.GetBytes(SealOf(channel, account, number)));

    /// <summary>A mask.</summary>
    public override string ToString() => "***";

    private string Digest(string purpose, string scope, string text)
        => Convert.ToHexStringLower(HMACSHA256.HashData(
            key, Encoding.UTF8.GetBytes($"{purpose}{Between}{scope}{Between}{text}")));
}
