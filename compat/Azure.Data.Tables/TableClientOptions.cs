using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How requests are sent: retries, transport, policies are Azure.Core's.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
        => VersionText = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    /// <summary>For whom bearer tokens are asked; null asks for the public cloud.</summary>
    public TableAudience? Audience { get; set; }

    internal string VersionText { get; }
}
