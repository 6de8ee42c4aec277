namespace PayFunctions.Tests.Infra.Reading;

/// <summary>One file, as the grammar sees it.</summary>
internal sealed record BicepFile(string Name, BicepNode Tree, IReadOnlyList<SyntaxError> Errors)
{
    public IEnumerable<Declaration> Resources => Declared("resource_declaration");

    public IEnumerable<Declaration> Modules => Declared("module_declaration");

    public IEnumerable<Declaration> Parameters => Declared("parameter_declaration");

    public IEnumerable<Declaration> Outputs => Declared("output_declaration");

    public IEnumerable<Declaration> Types => Declared("type_declaration");

    public IEnumerable<Declaration> Variables => Declared("variable_declaration");

    /// <summary>The plain texts of an array variable, in the order they are written.</summary>
    public IReadOnlyList<string> Texts(string variable)
        => [.. Variables.Single(declared => declared.Name == variable).Node.Children[^1]
            .Of("string").Select(static text => text.RequiredLiteral())];

    private IEnumerable<Declaration> Declared(string type)
        => Declaration.In(Tree).Where(declared => declared.Node.Is(type));
}
