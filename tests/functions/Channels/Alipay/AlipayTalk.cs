using System.Collections.Specialized;
using System.Text.Json;
using System.Web;
using PayFunctions.Channels.Alipay;
using PayFunctions.Tests.Channels.Wire;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>The channel, and a gateway on loopback that signs what it is told to say.</summary>
internal sealed class AlipayTalk : IAsyncDisposable
{
    private AlipayTalk(LoopbackChannel gateway, AlipayBench bench)
    {
        Gateway = gateway;
        Bench = bench;
    }

    public LoopbackChannel Gateway { get; }

    public AlipayBench Bench { get; }

    public AlipayChannel Channel => Bench.Channel;

    public static async Task<AlipayTalk> StartAsync(params (string Key, string? Value)[] settings)
    {
        var gateway = await LoopbackChannel.StartAsync();
        return new AlipayTalk(gateway, new AlipayBench(
        [
            ("gateway_uri", gateway.Origin + "/gateway.do"),
            ("Channels:RetryDelay", "00:00:00"),
            ("Channels:BreakerCalls", "1000"),
            .. settings,
        ]));
    }

    /// <summary>Answers every request to that method with signed fields.</summary>
    public void Says(string method, params (string Name, string? Value)[] fields)
        => Gateway.Says(Signed.Answer(RootOf(method), Json(fields)));

    /// <summary>Answers with a code and a sub code, about our trade.</summary>
    public void Refuses(string method, string code, string? subCode)
        => Says(method, ("code", code), ("msg", "m"), ("sub_code", subCode),
            ("out_trade_no", An.Number.ToString()));

    public static string RootOf(string method)
        => $"alipay_{method.Replace('.', '_')}_response";

    /// <summary>Fields as an object; those without a value are left out.</summary>
    public static string Json(params (string Name, string? Value)[] fields)
        => JsonSerializer.Serialize(fields.Where(static f => f.Value is not null)
            .ToDictionary(static f => f.Name, static f => f.Value, StringComparer.Ordinal));

    /// <summary>The common parameters of the only request, or of one of several.</summary>
    public NameValueCollection Common(int index = 0)
        => HttpUtility.ParseQueryString(Gateway.Asked[index].Target.Split('?')[1]);

    /// <summary>The business content of the only request, or of one of several.</summary>
    public string Content(int index = 0)
        => HttpUtility.ParseQueryString(Gateway.Asked[index].Body)["biz_content"]!;

    public async ValueTask DisposeAsync()
    {
        Bench.Dispose();
        await Gateway.DisposeAsync();
    }
}
