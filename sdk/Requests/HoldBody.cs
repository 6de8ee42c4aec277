using System.Buffers;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>What the requests about holds and agreements share.</summary>
internal static class HoldBody
{
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static string? IdProblem(string? id)
        => string.IsNullOrEmpty(id) ? "is missing"
            : WireText.IsId(id) ? null
            : PayFieldRules.NotAnId;

    public static List<PayFieldProblem> Problems(params (string Name, string? Reason)[] all)
        =>
        [
            .. all.Where(static one => one.Reason is not null)
                .Select(static one => new PayFieldProblem(one.Name, one.Reason!)),
        ];
}
