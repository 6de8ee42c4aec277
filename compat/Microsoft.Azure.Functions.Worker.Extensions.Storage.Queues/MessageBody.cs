using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Azure.Storage.Queues;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>
/// Reads a message's body. The pump receives text as it is stored, so that what cannot be read goes
/// to the poison queue byte for byte.
/// </summary>
internal static class MessageBody
{
    /// <summary>False for what the encoding cannot have written.</summary>
    public static bool TryRead(
        BinaryData stored, QueueMessageEncoding encoding, [NotNullWhen(true)] out BinaryData? body)
    {
        body = encoding == QueueMessageEncoding.None ? stored : FromBase64(stored.ToString());
        return body is not null;
    }

    private static BinaryData? FromBase64(string text)
        => Base64.IsValid(text) ? BinaryData.FromBytes(Convert.FromBase64String(text)) : null;
}
