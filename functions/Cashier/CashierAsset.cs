using System.Security.Cryptography;

namespace PayFunctions.Cashier;

/// <summary>One file that pages load.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Tag">Changes with the content; goes into the ETag and the address.</param>
internal sealed record CashierAsset(string ContentType, byte[] Bytes, string Tag)
{
    private const int TagCharacters = 16;

    /// <summary>Reads an embedded file.</summary>
    /// <exception cref="InvalidOperationException">It was not embedded.</exception>
    public static CashierAsset Read(string file, string contentType)
    {
        using var stream = typeof(CashierAsset).Assembly.GetManifestResourceStream(
            "cashier/" + file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new CashierAsset(
            contentType, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..TagCharacters]);
    }
}
