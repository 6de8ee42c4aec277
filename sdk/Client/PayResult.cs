using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Sdk;

/// <summary>Either the answer or the reason why there is none.</summary>
/// <typeparam name="T">The answer.</typeparam>
public sealed class PayResult<T>
    where T : class
{
    internal PayResult(T value) => Value = value;

    internal PayResult(PayProblem problem) => Problem = problem;

    /// <summary>The answer; null when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null when there is an answer.</summary>
    public PayProblem? Problem { get; }

    /// <summary>True when there is an answer. It says nothing about a payment's state.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsAnswered => Value is not null;
}
