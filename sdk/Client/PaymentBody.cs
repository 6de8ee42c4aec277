using System.Buffers;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>A payment as JSON: the same fields as the pay URL, written once.</summary>
internal static class PaymentBody
{
    /// <summary>Writes the fields that are set.</summary>
    /// <param name="values">The fields by their places.</param>
    /// <param name="more">Writes further members.</param>
    public static ReadOnlyMemory<byte> Write(
        ReadOnlySpan<string?> values, Action<Utf8JsonWriter>? more = null)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        for (var field = 0; field < values.Length; field++)
        {
            if (values[field] is not { } value)
            {
                continue;
            }

            json.WritePropertyName(PayField.Names[field]);
            if (field is PayField.TotalFee or PayField.ExpiresIn or PayField.WaitSeconds)
            {
                // Checked before: digits without a leading zero, which is a JSON number as it is.
                json.WriteRawValue(value, skipInputValidation: true);
            }
            else
            {
                json.WriteStringValue(value);
            }
        }

        more?.Invoke(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
