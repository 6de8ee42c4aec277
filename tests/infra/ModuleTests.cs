using PayFunctions.Tests.Infra.Reading;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Infra;

public sealed class ModuleTests(BicepFiles files)
{
    [Fact]
    public void Every_module_is_a_file_of_ours()
    {
        foreach (var module in files.All.SelectMany(static file => file.Modules))
        {
            module.Target.ShouldNotContain(":", customMessage: "A registry needs a network.");
            File.Exists(RepositoryRoot.Of(module.Target)).ShouldBeTrue(module.Target);
        }
    }

    [Fact]
    public void Every_file_is_reached_from_the_root()
    {
        var imported = files.All.SelectMany(static file => file.Tree.Of("import_functionality"))
            .Select(static import => $"infra/{import.Children[^1].RequiredLiteral()}");
        var reached = files.Root.Modules.Select(static module => module.Target)
            .Concat(imported).Append("azure.bicep").Distinct();

        files.All.Select(static file => file.Name).ShouldBe(reached, ignoreOrder: true);
    }

    [Fact]
    public void A_module_is_given_what_it_asks_for_and_no_more()
    {
        foreach (var module in files.Root.Modules)
        {
            var parameters = files.Named(module.Target).Parameters.ToList();
            var given = module.Body.Property("params")!.Of("object_property")
                .Select(static parameter => parameter.Key!).ToList();

            given.ShouldBeSubsetOf(
                parameters.Select(static parameter => parameter.Name), module.Target);
            parameters.Where(static parameter => !parameter.HasDefault)
                .Select(static parameter => parameter.Name)
                .ShouldBeSubsetOf(given, module.Target);
        }
    }

    [Fact]
    public void An_output_that_is_read_is_one_that_the_module_has()
    {
        var modules = files.Root.Modules.ToDictionary(
            static module => module.Name,
            module => files.Named(module.Target).Outputs.Select(static output => output.Name)
                .ToList(),
            StringComparer.Ordinal);
        var read = files.Root.Tree.All()
            .Where(static node => node.Is("member_expression")
                && node.Children[0].Is("member_expression")
                && node.Children[0].Children[1].Text == "outputs")
            .Select(static node => (Module: node.Children[0].Children[0].Text,
                Output: node.Children[1].Text))
            .ToList();

        read.ShouldNotBeEmpty();
        read.ShouldAllBe(one => modules[one.Module].Contains(one.Output));
    }
}
