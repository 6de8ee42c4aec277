namespace Microsoft.Azure.Functions.Worker.Core;

/// <summary>How an extension adds itself to the app.</summary>
public abstract class WorkerExtensionStartup
{
    /// <summary>Adds the extension's services.</summary>
    public abstract void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder);
}
