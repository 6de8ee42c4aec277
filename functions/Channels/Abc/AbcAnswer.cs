using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// An answer of the bank whose signature was verified before it was parsed. Current servers write
/// its fields beside <c>Merchant</c>, older ones inside <c>TrxResponse</c>: both are read.
/// </summary>
internal sealed class AbcAnswer
{
    /// <summary>The deepest nesting.</summary>
    public const int DepthMax = 16;

    private const int WordsMax = 100;

    private readonly Dictionary<string, string> fields;
    private readonly Dictionary<string, ImmutableArray<AbcAnswer>> lists;

    private AbcAnswer(
        Dictionary<string, string> fields, Dictionary<string, ImmutableArray<AbcAnswer>> lists)
    {
        this.fields = fields;
        this.lists = lists;
    }

    /// <summary>0000 when the request was taken.</summary>
    public string? Code => Text("ReturnCode");

    /// <summary>The code and the bank's words, for people to read.</summary>
    public string Said
    {
        get
        {
            var words = $"{Code} {Text("ErrorMessage")}".Trim();
            return words.Length <= WordsMax ? words : words[..WordsMax];
        }
    }

    /// <summary>A field that is a string, or null.</summary>
    public string? Text(string name) => fields.GetValueOrDefault(name);

    /// <summary>The objects of a list; empty where there is no such list.</summary>
    public ImmutableArray<AbcAnswer> Rows(string name) => lists.GetValueOrDefault(name, []);

    /// <summary>Whether a field is exactly this.</summary>
    public bool Says(string name, string value)
        => string.Equals(Text(name), value, StringComparison.Ordinal);

    /// <summary>Verifies and reads; never throws for what came.</summary>
    public static AbcReply Read(ReadOnlyMemory<byte> body, AbcAccount account)
    {
        if (AbcEnvelope.Cut(body) is not { } envelope)
        {
            return AbcReply.Trouble(AbcEnvelope.UnsignedCode(body.Span) is { } code
                ? $"an unsigned error {code}"
                : "the answer is cut off or not an answer to this");
        }

        if (!account.BankKey.Verifies(envelope.Signed.Span, envelope.Signature.Span))
        {
            return AbcReply.Trouble("the answer's signature is wrong");
        }

        return TryParse(envelope.Signed.Span, out var merchant, out var answer)
            ? string.Equals(merchant, account.MerchantId, StringComparison.Ordinal)
                ? AbcReply.Of(answer)
                : AbcReply.Trouble("the answer is for another merchant")
            : AbcReply.Trouble("the answer is signed, but cannot be read");
    }

    private static bool TryParse(
        ReadOnlySpan<byte> signed, out string? merchant, [NotNullWhen(true)] out AbcAnswer? answer)
    {
        merchant = null;
        answer = null;
        if (TextCharset.Gbk.TryDecode(signed) is not { } text)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions
            {
                MaxDepth = DepthMax,
                AllowDuplicateProperties = false,
            });
            var found = new AbcAnswer([], []);
            if (!found.TryAdd(json.RootElement)
                || (json.RootElement.TryGetProperty("TrxResponse", out var inner)
                    && !found.TryAdd(inner)))
            {
                return false;
            }

            merchant = json.RootElement.TryGetProperty("Merchant", out var by)
                && by.ValueKind == JsonValueKind.Object
                && by.TryGetProperty("MerchantID", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null;
            answer = found;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A name in both places would have two meanings: such an answer is not readable.
    private bool TryAdd(JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            && element.EnumerateObject().All(p => p.Value.ValueKind switch
            {
                JsonValueKind.String => fields.TryAdd(p.Name, p.Value.GetString()!),
                JsonValueKind.Array => TryAdd(p.Name, p.Value),
                _ => true,
            });

    // What is no list of objects with texts is none that is asked for.
    private bool TryAdd(string name, JsonElement list)
    {
        var rows = ImmutableArray.CreateBuilder<AbcAnswer>();
        foreach (var item in list.EnumerateArray())
        {
            var row = new AbcAnswer([], []);
            if (item.ValueKind != JsonValueKind.Object)
            {
                return true;
            }

            if (!row.TryAdd(item))
            {
                return false;
            }

            rows.Add(row);
        }

        return lists.TryAdd(name, rows.ToImmutable());
    }
}
