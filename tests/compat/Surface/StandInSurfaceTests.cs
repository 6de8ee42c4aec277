using System.Reflection;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Surface;

/// <summary>A stand-in shows a subset of the official package, name for name.</summary>
public sealed class StandInSurfaceTests
{
    // It has no listing: nothing but Azure.Storage.Common calls it, and only at run time.
    private const string Unlisted = "System.IO.Hashing";

    public static TheoryData<string> StandIns { get; } =
    [
        .. Directory.GetDirectories(RepositoryRoot.Of("compat"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => File.Exists(RepositoryRoot.Of("compat", name, $"{name}.csproj")))
            .Where(name => name != Unlisted)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_shows_nothing_the_official_package_lacks(string name)
    {
        var shown = Walker.Walk(Assembly.Load(name));

        var excess = Excess.Of(shown, OfficialListing(name));

        excess.ShouldBeEmpty(string.Join('\n', excess));
    }

    [Fact]
    public void Every_listing_can_be_read()
    {
        var files = Directory.GetFiles(ListingFolder, "*.txt");

        var types = files.Select(file => Listing.Parse(File.ReadAllText(file))).ToList();

        types.Count.ShouldBeGreaterThan(8);
        types.ShouldAllBe(listed => listed.Count > 0);
    }

    private static string ListingFolder
        => RepositoryRoot.Of("tests", "compat", "Surface", "official");

    // An assembly without a listing may show nothing at all.
    private static IReadOnlyDictionary<string, SurfaceType> OfficialListing(string name)
    {
        var file = Path.Combine(ListingFolder, $"{name}.txt");
        return Listing.Parse(File.Exists(file) ? File.ReadAllText(file) : "");
    }
}
