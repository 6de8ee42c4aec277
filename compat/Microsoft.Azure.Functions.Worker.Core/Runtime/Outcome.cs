namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>How an invocation ended.</summary>
/// <param name="Value">What the function returned, or middleware in its stead.</param>
/// <param name="Failure">What it threw; null for success.</param>
internal readonly record struct Outcome(object? Value, Exception? Failure);
