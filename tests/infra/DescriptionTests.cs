using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class DescriptionTests(BicepFiles files)
{
    [Fact]
    public void Every_parameter_output_type_and_member_of_a_type_is_described()
    {
        var bare =
            from file in files.All
            from declared in Public(file)
            where string.IsNullOrWhiteSpace(declared.Description)
            select $"{file.Name}: line {declared.Node.Line}, {declared.Name}";

        bare.ShouldBeEmpty();
    }

    [Fact]
    public void Every_number_that_can_be_given_has_limits()
    {
        var boundless =
            from file in files.All
            from declared in file.Parameters.Concat(Members(file))
            where declared.Node.Children[1].All().Any(static type => type.Text == "int")
            where !declared.HasDecorator("allowed")
                && !(declared.HasDecorator("minValue") && declared.HasDecorator("maxValue"))
            select $"{file.Name}: line {declared.Node.Line}, {declared.Name}";

        boundless.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("param a string", null)]
    [InlineData("@description('What it\\'s for.')\nparam a string", "What it's for.")]
    [InlineData("@minLength(1)\n@description('b')\nparam a string", "b")]
    [InlineData("@description('of b')\nparam b int\nparam a string", null)]
    public async Task A_description_is_that_of_its_own_declaration(string text, string? expected)
    {
        var file = await BicepParser.ParseTextAsync(text);

        file.Parameters.Single(static parameter => parameter.Name == "a")
            .Description.ShouldBe(expected);
    }

    private static IEnumerable<Declaration> Public(BicepFile file)
        => [.. file.Parameters, .. file.Outputs, .. file.Types, .. Members(file)];

    private static IEnumerable<Declaration> Members(BicepFile file)
        => file.Types.Where(static type => type.Body.Is("object"))
            .SelectMany(static type => Declaration.In(type.Body));
}
