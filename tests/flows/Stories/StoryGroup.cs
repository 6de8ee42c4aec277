namespace PayFunctions.Tests.Flows.Stories;

/// <summary>Stories are told one after another: they share a machine and a world.</summary>
[CollectionDefinition(Name)]
public sealed class StoryGroup
{
    /// <summary>The name.</summary>
    public const string Name = "Stories";
}
