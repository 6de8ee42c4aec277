using System.Security.Cryptography;

namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>Keys made once for all tests of the shop: making one takes a while.</summary>
internal static class TestKeys
{
    public static string Gateway { get; } = Make();

    public static string Shop { get; } = Make();

    private static string Make()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
