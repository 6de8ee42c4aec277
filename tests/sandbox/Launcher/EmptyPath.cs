namespace PayFunctions.Tests.Sandbox.Launcher;

/// <summary>
/// Tests that change PATH, which the whole process shares: nothing runs beside them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EmptyPath
{
    /// <summary>The collection's name.</summary>
    public const string Name = "changes PATH";
}
