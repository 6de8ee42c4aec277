using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>Stories that wait for a channel most of the time, in a world of their own.</summary>
[CollectionDefinition(Name)]
public sealed class PatientStoryGroup : ICollectionFixture<SharedWorld>
{
    /// <summary>The name.</summary>
    public const string Name = "Patient stories";
}
