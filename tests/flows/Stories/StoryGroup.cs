using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>Stories are told one after another: they share a world.</summary>
[CollectionDefinition(Name)]
public sealed class StoryGroup : ICollectionFixture<SharedWorld>
{
    /// <summary>The name.</summary>
    public const string Name = "Stories";
}
