namespace PayFunctions.Sandbox.Abc;

/// <summary>A list of objects in an answer.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rows">The members of each.</param>
internal sealed record AnswerList(
    string Name, IReadOnlyList<IReadOnlyList<(string Name, string Value)>> Rows);
