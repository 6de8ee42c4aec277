namespace Microsoft.Azure.Functions.Worker.Core;

/// <summary>Names an extension's <see cref="WorkerExtensionStartup"/>.</summary>
/// <param name="startupType">A class with a constructor of no parameters.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public class WorkerExtensionStartupAttribute(Type startupType) : Attribute
{
    /// <summary>The class.</summary>
    public Type StartupType { get; } = startupType;
}
