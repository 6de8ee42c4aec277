using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class SyntaxTests(BicepFiles files)
{
    [Fact]
    public void Every_file_parses()
    {
        files.All.Count.ShouldBeGreaterThan(1);

        files.All.SelectMany(static file => file.Errors.Select(error => (file.Name, error)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("param a string\nvar b = {\n  c: a\n", 3)]
    [InlineData("resorce b 'x@y' = {\n}\n", 1)]
    [InlineData("param a string =\n", 1)]
    [InlineData("var a = [1, 2\nvar b = 2\n", 2)]
    public async Task A_slip_of_the_pen_is_found(string text, int line)
    {
        var file = await BicepParser.ParseTextAsync(text);

        file.Errors.ShouldContain(error => error.Line == line);
    }

    [Fact]
    public void Nothing_is_declared_that_is_not_used()
    {
        var unused =
            from file in files.All
            let words = file.Tree.All().Where(static node => node.Is("identifier"))
                .CountBy(static node => node.Text).ToDictionary(StringComparer.Ordinal)
            from declared in file.Parameters.Concat(file.Variables)
            where words[declared.Name] == 1
            select $"{file.Name}: {declared.Name}";

        unused.ShouldBeEmpty();
    }
}
