using System.Text.Json;
using PayFunctions.Tests.Infra.Reading;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Infra;

public sealed class AzdTests(BicepFiles files)
{
    // The file is small and ours: each key is unique, so a line says all.
    private static readonly Dictionary<string, string> Project =
        File.ReadLines(RepositoryRoot.Of("azure.yaml"))
            .Where(static line => line.Contains(':') && !line.StartsWith('#'))
            .Select(static line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(
                static pair => pair[0],
                static pair => pair[1].Trim('"'),
                StringComparer.Ordinal);

    private static JsonElement Parameters
        => JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Of("azure.parameters.json")))
            .RootElement.GetProperty("parameters");

    [Fact]
    public void The_project_names_files_that_exist()
    {
        var module = Path.Combine(Project["path"], $"{Project["module"]}.bicep");

        Project["provider"].ShouldBe("bicep");
        Project["host"].ShouldBe("function");
        File.Exists(RepositoryRoot.Of(module)).ShouldBeTrue(module);
        Directory.GetFiles(RepositoryRoot.Of(Project["project"]), "*.csproj")
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void The_service_is_the_one_that_the_app_is_tagged_with()
    {
        var name = files.Root.Variables.Single(static variable => variable.Name == "serviceName")
            .Node.Children[^1].RequiredLiteral();

        Project.ShouldContainKeyAndValue(name, "");
        files.Named("infra/app.bicep").Resources.Single().Body.Property("tags")!.All()
            .Where(static node => node.Is("object_property") && node.Key == "azd-service-name")
            .ShouldHaveSingleItem().Children[^1].Text.ShouldBe("serviceName");
    }

    [Fact]
    public void Every_parameter_can_be_set_from_the_environment()
    {
        Parameters.EnumerateObject().Select(static parameter => parameter.Name)
            .ShouldBe(files.Root.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void What_the_environment_leaves_out_is_the_default_of_the_template()
    {
        foreach (var parameter in files.Root.Parameters)
        {
            var (_, whenUnset) = Variable(parameter.Name);

            whenUnset.ShouldBe(
                parameter.HasDefault ? Written(parameter.Node.Children[^1]) : "", parameter.Name);
        }
    }

    [Fact]
    public void The_guide_lists_the_variables_with_their_defaults()
    {
        var listed = OperationsGuide.Table("Choices")
            .Select(static row => (row[0], row[1] == "empty" ? "" : row[1]));

        listed.ShouldBe(Parameters.EnumerateObject()
            .Select(static parameter => Variable(parameter.Name))
            .Where(static variable =>
                !variable.Name.StartsWith("AZURE_", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_guide_lists_the_outputs()
    {
        OperationsGuide.Names("Outputs")
            .ShouldBe(files.Root.Outputs.Select(static output => output.Name));
    }

    private static string Written(BicepNode value) => value.Literal() ?? value.Text;

    private static (string Name, string WhenUnset) Variable(string parameter)
    {
        var value = Parameters.GetProperty(parameter).GetProperty("value").GetString();
        value.ShouldStartWith("${");
        value.ShouldEndWith("}");
        string[] parts = [.. value[2..^1].Split('=', 2), ""];
        return (parts[0], parts[1]);
    }
}
