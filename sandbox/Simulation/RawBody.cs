using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Request bodies as they came. The web server's limit bounds them.</summary>
internal static class RawBody
{
    /// <summary>Every byte, for a signature over raw bytes.</summary>
    public static async Task<byte[]> BytesAsync(HttpRequest http, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await http.Body.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    /// <summary>One character a byte, as <see cref="FormFields"/> reads it.</summary>
    public static async Task<string> TextAsync(HttpRequest http, CancellationToken cancel)
        => Encoding.Latin1.GetString(await BytesAsync(http, cancel));
}
