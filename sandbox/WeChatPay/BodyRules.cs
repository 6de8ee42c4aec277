using System.Text;
using System.Text.Json;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// Checks a body against what is allowed in it: nothing unknown, nothing twice, no null, no
/// character of four bytes.
/// </summary>
internal static class BodyRules
{
    private const int ShownMaximum = 64;

    /// <summary>The first thing that is wrong with an object; null where nothing is.</summary>
    /// <param name="body">The object.</param>
    /// <param name="fields">What is allowed in it.</param>
    /// <param name="countsBytes">Whether limits of texts count UTF-8 bytes.</param>
    /// <param name="place">Where it stands: a JSON pointer.</param>
    public static ApiError? Check(
        JsonElement body, IReadOnlyList<Field> fields, bool countsBytes, string place = "")
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in body.EnumerateObject())
        {
            var field = fields.FirstOrDefault(
                f => string.Equals(f.Name, member.Name, StringComparison.Ordinal));
            var pointer = $"{place}/{member.Name}";
            var error = field is null ? ApiError.UnknownField(pointer)
                : !seen.Add(member.Name) ? Wrong(pointer, member.Value, "参数重复")
                : Value(member.Value, field, countsBytes, pointer);
            if (error is not null)
            {
                return error;
            }
        }

        return fields.FirstOrDefault(f => f.IsRequired && !seen.Contains(f.Name)) is { } missing
            ? ApiError.Parameter($"{place}/{missing.Name}", string.Empty, "缺少参数")
            : null;
    }

    private static ApiError? Value(
        JsonElement value, Field field, bool countsBytes, string pointer)
        => field.Kind switch
        {
            FieldKind.Text when value.ValueKind is JsonValueKind.String
                => Text(value, field, countsBytes, pointer),
            FieldKind.Number when value.ValueKind is JsonValueKind.Number
                => value.TryGetInt64(out var number) && number >= field.Limit
                    ? null
                    : Wrong(pointer, value, "取值超出范围"),
            FieldKind.Flag when value.ValueKind is JsonValueKind.True or JsonValueKind.False
                => null,
            FieldKind.Object when value.ValueKind is JsonValueKind.Object
                => Check(value, field.Members, countsBytes, pointer),
            FieldKind.List when value.ValueKind is JsonValueKind.Array
                => List(value, field, countsBytes, pointer),
            _ => Wrong(pointer, value, "参数类型错误"),
        };

    private static ApiError? Text(
        JsonElement value, Field field, bool countsBytes, string pointer)
    {
        var text = value.GetString()!;
        var length = countsBytes ? Encoding.UTF8.GetByteCount(text) : text.Length;
        return text.Any(char.IsSurrogate) ? Wrong(pointer, value, "存在不支持的字符")
            : length > field.Limit ? Wrong(pointer, value, "长度超过限制")
            : field.IsRequired && length == 0 ? Wrong(pointer, value, "不能为空")
            : length > 0 && field.Fits?.Invoke(text) == false ? Wrong(pointer, value, "格式错误")
            : null;
    }

    private static ApiError? List(
        JsonElement value, Field field, bool countsBytes, string pointer)
    {
        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = $"{pointer}/{at++}";
            var error = item.ValueKind is JsonValueKind.Object
                ? Check(item, field.Members, countsBytes, place)
                : Wrong(place, item, "参数类型错误");
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private static ApiError Wrong(string pointer, JsonElement value, string issue)
    {
        var text = value.ToString();
        return ApiError.Parameter(
            pointer, new string([.. text.Take(ShownMaximum)]), issue);
    }
}
