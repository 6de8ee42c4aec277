namespace PayFunctions.Tests.Compat.Surface;

/// <summary>The comparison can fail: it finds each thing that a listing lacks.</summary>
public sealed class ExcessTests
{
    private const string Type = "PayFunctions.Tests.Compat.Surface.Parcel";

    private const string Official =
        """
        # A listing of Parcel as it is.

        PayFunctions.Tests.Compat.Surface :: class Parcel : List<int>, IEquatable<Parcel>, IList
          ctor(string name)
          protected ctor()
          static field int Limit
          string Name { get; set; }
          DateTimeOffset? Due { get; set; }
          static bool op_Equality(Parcel left, Parcel right)
          static bool op_Inequality(Parcel left, Parcel right)
          virtual Dictionary<string, int?[]> Weigh<T>(T scale, Parcel.Size size = 4)
          bool TryOpen(byte[] key, ref string content, bool force = False)
          protected virtual void Drop(int grams)
          void Ship()

        PayFunctions.Tests.Compat.Surface :: enum Parcel.Size : IComparable
          Small=1, Large=4, Huge=9
        """;

    [Fact]
    public void A_subset_of_the_listing_is_no_excess()
    {
        var excess = Compare(Official);

        excess.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("  ctor(string name)\n", "", "ctor(string name)")]
    [InlineData("ctor(string name)", "ctor(string title)", "ctor(string name)")]
    [InlineData("protected ctor()", "ctor()", "protected ctor()")]
    [InlineData("static field", "field", "static field int Limit")]
    [InlineData("field int", "field long", "static field int Limit")]
    [InlineData("Due { get; set; }", "Due { get; }", "DateTimeOffset? Due { set; }")]
    [InlineData("string Name", "object Name", "string Name { get; }")]
    [InlineData("  protected virtual void Drop(int grams)\n", "",
        "protected virtual void Drop(int grams)")]
    [InlineData("virtual void", "void", "protected virtual void Drop(int grams)")]
    [InlineData("force = False", "force", "bool TryOpen(byte[] key, ref string content, "
        + "bool force = False)")]
    [InlineData("size = 4", "size = 1", "virtual Dictionary<string, int?[]> Weigh<T>(T scale, "
        + "Parcel.Size size = 4)")]
    [InlineData("List<int>,", "", "base List<int>")]
    [InlineData("IEquatable<Parcel>,", "", "base IEquatable<Parcel>")]
    [InlineData("class Parcel", "sealed class Parcel", "is a class, listed as sealed class")]
    public void Each_difference_is_one_line(string listed, string instead, string expected)
    {
        var lacking = Official.Replace(listed, instead, StringComparison.Ordinal);

        var excess = Compare(lacking);

        lacking.ShouldNotBe(Official);
        excess.ShouldBe([$"{Type}: {expected}"]);
    }

    [Theory]
    [InlineData("Large=4", "Large=5", "Large=4")]
    [InlineData("Small=1, ", "", "Small=1")]
    public void Each_enum_value_counts(string listed, string instead, string expected)
    {
        var lacking = Official.Replace(listed, instead, StringComparison.Ordinal);

        var excess = Compare(lacking);

        excess.ShouldBe([$"{Type}.Size: {expected}"]);
    }

    [Fact]
    public void An_unlisted_type_is_one_line()
    {
        var excess = Compare("# nothing");

        excess.ShouldBe(
        [
            $"{Type}: a type the listing lacks", $"{Type}.Size: a type the listing lacks",
        ]);
    }

    [Theory]
    [InlineData("  void Lost()")]
    [InlineData("Some.Where : class NoParting")]
    [InlineData("Some.Where :: Nameless")]
    [InlineData("Some.Where :: class Known\n  what is this")]
    public void A_line_that_is_not_understood_is_refused(string text)
    {
        var parse = () => Listing.Parse(text);

        parse.ShouldThrow<FormatException>();
    }

    private static IReadOnlyList<string> Compare(string listing)
        => Excess.Of(
            [Walker.Walk(typeof(Parcel)), Walker.Walk(typeof(Parcel.Size))],
            Listing.Parse(listing));
}
