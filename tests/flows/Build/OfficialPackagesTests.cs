using System.Xml.Linq;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Flows.Build;

/// <summary>The stand-ins serve development; what is published is made of official packages.
/// </summary>
public sealed class OfficialPackagesTests
{
    private const string Official = "-p:OfficialAzurePackages=true";
    private const string Publishing = "-p:_IsPublishing=true";

    private static readonly string[] FixedPackages =
    [
        "Azure.Data.Tables",
        "Azure.Security.KeyVault.Keys",
        "Azure.Storage.Queues",
        "Microsoft.Azure.Functions.Worker",
        "Polly",
    ];

    [Theory]
    [InlineData(Official)]
    [InlineData(Publishing)]
    public async Task No_stand_in_is_part_of_the_official_build(string property)
    {
        var project = await EvaluatedProject.FunctionsAsync(property);

        project.Values("ProjectReference", "FullPath").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Official)]
    [InlineData(Publishing)]
    public async Task The_official_build_takes_the_listed_versions(string property)
    {
        var listed = XDocument.Load(RepositoryRoot.Of("compat", "Official.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(
                static version => version.Attribute("Include")!.Value,
                static version => version.Attribute("Version")!.Value,
                StringComparer.OrdinalIgnoreCase);
        var project = await EvaluatedProject.FunctionsAsync(property);

        var versions = project.Versions("PackageVersion");
        listed.Count.ShouldBeGreaterThan(5);
        foreach (var (id, version) in listed)
        {
            versions[id].ShouldBe(version, id);
        }
    }

    [Fact]
    public async Task Every_package_of_the_official_build_has_a_version()
    {
        var project = await EvaluatedProject.FunctionsAsync(Official);

        var versions = project.Versions("PackageVersion").Keys;
        project.Values("PackageReference", "Identity")
            .Except(versions, StringComparer.OrdinalIgnoreCase)
            .Where(static id => !id.StartsWith("Microsoft.NET.", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_property_every_stand_in_answers_for_its_package()
    {
        var standIns = Directory
            .EnumerateFiles(RepositoryRoot.Of("compat"), "*.csproj", SearchOption.AllDirectories)
            .ToList();
        var project = await EvaluatedProject.FunctionsAsync();

        standIns.Count.ShouldBeGreaterThan(5);
        project.Values("ProjectReference", "FullPath")
            .Select(Path.GetFullPath)
            .ShouldBe(standIns, ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Official)]
    [InlineData(Publishing)]
    public async Task The_fixed_packages_are_named_in_every_build(string property)
    {
        var project = await EvaluatedProject.FunctionsAsync(property);

        FixedPackages.Except(
            project.Values("PackageReference", "Identity"), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(Official)]
    public async Task The_host_s_file_is_copied_beside_the_program(string property)
    {
        var project = await EvaluatedProject.FunctionsAsync(property);

        var file = project.Item("None", "../host.json");
        file["Link"]!.ToString().ShouldBe("host.json");
        file["CopyToOutputDirectory"]!.ToString().ShouldBe("PreserveNewest");
        file["CopyToPublishDirectory"]!.ToString().ShouldBe("PreserveNewest");
    }
}
