namespace PayFunctions.Tests.Infra.Reading;

/// <summary>A declaration, or a property of an object type, with its decorators.</summary>
internal sealed record Declaration(BicepNode Node, BicepNode? Decorators)
{
    public string Name => Node.Children[0].Text;

    /// <summary>The second name of a resource (its type) or of a module (its path).</summary>
    public string Target => Node.Children[1].RequiredLiteral();

    /// <summary>The object between the braces, past a condition and a loop.</summary>
    public BicepNode Body
    {
        get
        {
            var body = Node.Children[^1];
            while (body.Is("if_statement") || body.Is("for_statement"))
            {
                body = body.Children[^1];
            }

            return body;
        }
    }

    public string? Description => Calls("description").FirstOrDefault()
        ?.Children[1].Children.SingleOrDefault()?.Literal();

    /// <summary>A parameter with a default has a value after its name and its type.</summary>
    public bool HasDefault => Node.Children.Count > 2;

    /// <summary>The declarations of a file, or the properties of an object type.</summary>
    public static IEnumerable<Declaration> In(BicepNode parent)
    {
        BicepNode? decorators = null;
        foreach (var child in parent.Children)
        {
            if (child.Is("decorators"))
            {
                decorators = child;
                continue;
            }

            yield return new Declaration(child, decorators);
            decorators = null;
        }
    }

    public bool HasDecorator(string decorator) => Calls(decorator).Any();

    private IEnumerable<BicepNode> Calls(string decorator)
        => Decorators is null
            ? []
            : Decorators.All()
                .Where(node => node.Is("call_expression") && node.Children[0].Text == decorator);
}
