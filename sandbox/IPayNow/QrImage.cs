using QRCoder;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>A code as an image in an address: <c>data:image/png;base64,…</c>.</summary>
internal static class QrImage
{
    private const int PixelsPerModule = 4;

    /// <summary>The image of a link.</summary>
    public static string Of(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(png.GetGraphic(PixelsPerModule))}";
    }
}
