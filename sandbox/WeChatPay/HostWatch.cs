using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Lets the first host fail while the backup host works.</summary>
internal sealed class HostWatch
{
    /// <summary>The fault of the first host: connections are cut before anything is done.
    /// </summary>
    public const string Down = "host_down";

    /// <summary>The port of the backup host, once it is known.</summary>
    public int BackupPort { get; set; }

    /// <summary>Whether a request meets a host that is down; then it is cut.</summary>
    public bool IsDown(HttpContext http, RequestFaults met)
    {
        if (http.Connection.LocalPort == BackupPort || !met.Meets(Down))
        {
            return false;
        }

        http.Abort();
        return true;
    }
}
