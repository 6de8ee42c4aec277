namespace PayFunctions.Tests.Reconciliation;

/// <summary>The process dies.</summary>
internal sealed class CutException : Exception;
