namespace PayFunctions.Sdk;

/// <summary>One parameter that cannot be sent as it is.</summary>
/// <param name="Name">The parameter's name on the wire, such as <c>total_fee</c>.</param>
/// <param name="Reason">What it must be; the value itself is not repeated.</param>
public sealed record PayFieldProblem(string Name, string Reason);
