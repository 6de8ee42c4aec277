namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Says that something listens for a kind of trigger.</summary>
/// <param name="TriggerType">The trigger's attribute.</param>
/// <param name="Check">Throws <see cref="InvalidOperationException"/> for a function that
/// the trigger cannot serve, so that the app does not start.</param>
internal sealed record TriggerSupport(Type TriggerType, Action<FunctionMethod> Check);
