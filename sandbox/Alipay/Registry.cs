using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The applications that may call.</summary>
internal sealed class Registry(IEnumerable<AlipayApplication> applications) : IDisposable
{
    private readonly Dictionary<string, RegisteredApplication> known = applications.ToDictionary(
        static a => a.AppId,
        static a => new RegisteredApplication(a, RsaText.Public(a.PublicKey)),
        StringComparer.Ordinal);

    /// <summary>The application of an app_id; null where there is none.</summary>
    public RegisteredApplication? Find(string appId) => known.GetValueOrDefault(appId);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var application in known.Values)
        {
            application.Key.Dispose();
        }
    }
}
