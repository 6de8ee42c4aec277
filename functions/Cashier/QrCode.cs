using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace PayFunctions.Cashier;

/// <summary>A QR code as the data of one SVG path: a square unit for each dark module.</summary>
/// <param name="Size">Modules on a side, the quiet zone included.</param>
/// <param name="Path">The dark modules.</param>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>The code of an address.</summary>
    internal static QrCode Of(Uri address) => Of(address.AbsoluteUri);

    /// <summary>The code of a text.</summary>
    internal static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            Draw(path, rows[y], y);
        }

        return new QrCode(rows.Count, path.ToString());
    }

    private static void Draw(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            if (row[x] && (x == 0 || !row[x - 1]))
            {
                var length = RunLength(row, x);
                path.Append(
                    CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
            }
        }
    }

    private static int RunLength(BitArray row, int start)
    {
        var end = start;
        while (end < row.Count && row[end])
        {
            end++;
        }

        return end - start;
    }
}
