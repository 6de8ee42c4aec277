namespace PayFunctions.Tests.Sdk.Readme;

public class ReadmeTests
{
    private static readonly string Snippets
        = Flat(File.ReadAllText(RepositoryRoot.Of("tests", "sdk", "Readme", "Snippets.cs")));

    [Fact]
    public void Every_block_of_code_in_the_readme_compiles_here()
    {
        var blocks = Blocks(File.ReadAllText(RepositoryRoot.Of("sdk", "README.md")));

        blocks.Count.ShouldBe(26);
        foreach (var block in blocks)
        {
            Snippets.ShouldContain(Flat(block), Case.Sensitive, block);
        }
    }

    [Fact]
    public void Every_verdict_is_in_the_readme()
    {
        var readme = File.ReadAllText(RepositoryRoot.Of("sdk", "README.md"));

        foreach (var verdict in Enum.GetNames<PayVerdict>())
        {
            readme.ShouldContain($"`{verdict}`");
        }
    }

    private static List<string> Blocks(string markdown)
        => markdown.Split("```csharp\n").Skip(1)
            .Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])
            .ToList();

    /// <summary>Lines without their indentation: a snippet stands deeper here.</summary>
    private static string Flat(string code)
        => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();
}
