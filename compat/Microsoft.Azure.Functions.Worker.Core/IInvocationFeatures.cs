namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the runtime knows of one invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>The feature of this type; null where there is none.</summary>
    T? Get<T>();

    /// <summary>Sets the feature of this type.</summary>
    void Set<T>(T instance);
}
