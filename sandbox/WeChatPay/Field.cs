namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What is allowed in a place of a request's body.</summary>
/// <param name="Name">The member.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Field(string Name, FieldKind Kind)
{
    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The longest text, or the least number.</summary>
    public int Limit { get; init; }

    /// <summary>A further condition of a text.</summary>
    public Func<string, bool>? Fits { get; init; }

    /// <summary>The members of an object, or of each object of a list.</summary>
    public IReadOnlyList<Field> Members { get; init; } = [];

    /// <summary>A text.</summary>
    /// <param name="name">The member.</param>
    /// <param name="longest">How long it may be.</param>
    /// <param name="fits">A further condition.</param>
    public static Field Text(string name, int longest, Func<string, bool>? fits = null)
        => new(name, FieldKind.Text) { Limit = longest, Fits = fits };

    /// <summary>A whole number.</summary>
    public static Field Number(string name, int least = 0)
        => new(name, FieldKind.Number) { Limit = least };

    /// <summary>Yes or no.</summary>
    public static Field Flag(string name) => new(name, FieldKind.Flag);

    /// <summary>An object.</summary>
    public static Field Object(string name, params IReadOnlyList<Field> members)
        => new(name, FieldKind.Object) { Members = members };

    /// <summary>A list of objects.</summary>
    public static Field List(string name, params IReadOnlyList<Field> members)
        => new(name, FieldKind.List) { Members = members };

    /// <summary>The same, and it must be there.</summary>
    public Field Needed() => this with { IsRequired = true };
}

/// <summary>What a member is.</summary>
internal enum FieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Flag,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array of objects.</summary>
    List,
}
