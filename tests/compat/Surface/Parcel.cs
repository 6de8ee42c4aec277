namespace PayFunctions.Tests.Compat.Surface;

/// <summary>One of everything a listing can hold, for listings that lack it.</summary>
public class Parcel : List<int>, IEquatable<Parcel>
{
    public static readonly int Limit = 20;

    private readonly string name;

    public Parcel(string name) => this.name = name;

    protected Parcel() => name = "";

    public enum Size
    {
        Small = 1,
        Large = 4,
    }

    public string Name => name;

    public DateTimeOffset? Due { get; set; }

    public static bool operator ==(Parcel left, Parcel right) => Equals(left, right);

    public static bool operator !=(Parcel left, Parcel right) => !Equals(left, right);

    public virtual Dictionary<string, int?[]> Weigh<T>(T scale, Size size = Size.Large)
        => throw new NotSupportedException($"{scale}{size}{name}");

    public bool TryOpen(byte[] key, out string content, bool force = false)
    {
        content = name;
        return force && key.Length > 0;
    }

    public bool Equals(Parcel? other) => other is not null && other.name == name;

    public override bool Equals(object? obj) => Equals(obj as Parcel);

    public override int GetHashCode() => name.GetHashCode(StringComparison.Ordinal);

    protected virtual void Drop(int grams) => Add(grams);

    internal void Hide() => Clear();
}
