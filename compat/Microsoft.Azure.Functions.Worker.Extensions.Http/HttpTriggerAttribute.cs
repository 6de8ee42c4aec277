using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function for an HTTP request.</summary>
/// <param name="authLevel">What the caller must show.</param>
/// <param name="methods">The methods that reach it; none means all.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    : TriggerBindingAttribute
{
    /// <summary>Any method, with a key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>Some methods, with a key.</summary>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Any method.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, [])
    {
    }

    /// <summary>The route below the app's prefix; null for the function's name.</summary>
    public string? Route { get; set; }

    /// <summary>The methods that reach it; none means all.</summary>
    public string[] Methods { get; } = methods;

    /// <summary>What the caller must show.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
