using System.Text;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// Writes JSON as the bank's SDKs do: members in the order they are added, no blanks, nothing
/// escaped. So that nothing has to be, a value loses what would need it.
/// </summary>
internal sealed class AbcJson
{
    private readonly StringBuilder text = new("{");
    private bool isFirst = true;

    /// <summary>Adds a member that is a text.</summary>
    public AbcJson Text(string name, string value)
    {
        Name(name);
        text.Append('"').Append(AbcText.Quotable(value)).Append('"');
        return this;
    }

    /// <summary>Adds a member that is an object.</summary>
    public AbcJson Object(string name, Action<AbcJson> content)
    {
        Name(name);
        Write(content);
        return this;
    }

    /// <summary>Adds a member that is a list of one object.</summary>
    public AbcJson ListOfOne(string name, Action<AbcJson> content)
        => List(name, [content], static (json, write) => write(json));

    /// <summary>Adds a member that is a list of objects.</summary>
    public AbcJson List<T>(string name, IEnumerable<T> items, Action<AbcJson, T> content)
    {
        Name(name);
        text.Append('[');
        var isFirstItem = true;
        foreach (var item in items)
        {
            text.Append(isFirstItem ? "" : ",");
            isFirstItem = false;
            Write(json => content(json, item));
        }

        text.Append(']');
        return this;
    }

    /// <summary>The whole object.</summary>
    public override string ToString() => $"{text}}}";

    private void Name(string name)
    {
        text.Append(isFirst ? "\"" : ",\"").Append(name).Append("\":");
        isFirst = false;
    }

    private void Write(Action<AbcJson> content)
    {
        text.Append('{');
        isFirst = true;
        content(this);
        text.Append('}');
        isFirst = false;
    }
}
