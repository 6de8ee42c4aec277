using System.Collections.Immutable;
using System.Security.Cryptography;
using PayFunctions.Platform;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A merchant with a key pair of its own, made when the tests run.</summary>
internal sealed class TestMerchant(string appId)
{
    /// <summary>The key_id of every merchant's first key.</summary>
    public const string KeyId = "key-1";

    public static readonly TestMerchant Shop = new("shop");

    public static readonly TestMerchant Other = new("other");

    private readonly Lock door = new();
    private readonly RSA key = RSA.Create(2048);

    public string AppId => appId;

    /// <summary>SubjectPublicKeyInfo, as the operator uploads it.</summary>
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>The registration.</summary>
    public Application Registered => new()
    {
        AppId = appId,
        Name = $"The {appId}",
        Accounts = ImmutableSortedDictionary
            .Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
            .Add(TestChannel.ChannelName, [TestChannel.Main])
            .Add("bare", [TestChannel.Main]),
        Keys = [new ApplicationKey(KeyId, PublicKey, DateTimeOffset.UnixEpoch)],
    };

    /// <summary>RSA PKCS#1 v1.5 with SHA-256, in base64.</summary>
    public string Sign(ReadOnlySpan<byte> data)
    {
        lock (door)
        {
            return Convert.ToBase64String(key.SignData(
                data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
    }
}
