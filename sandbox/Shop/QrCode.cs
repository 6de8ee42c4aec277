using QRCoder;

namespace PayFunctions.Sandbox.Shop;

/// <summary>A QR code as an image within the page.</summary>
internal static class QrCode
{
    /// <summary>A longer text makes a code that no phone reads from a screen.</summary>
    public const int LengthMaximum = 1_000;

    /// <summary>The code of a text as SVG; empty where the text is too long for one.</summary>
    public static string Svg(string text)
    {
        if (text.Length > LengthMaximum)
        {
            return string.Empty;
        }

        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new SvgQRCode(data);
        return image.GetGraphic(
            1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
