using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Sandbox.Simulation;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>What the suite has to know of the example.</summary>
public sealed class ExampleRig : ChannelRig
{
    private const string Merchant = "1001";
    private const string Key = "example-test-key-0123456789";

    private ExampleSimulator? simulator;

    /// <inheritdoc/>
    public override string Channel => "example";

    /// <inheritdoc/>
    public override string PageProduct => "example_page";

    /// <inheritdoc/>
    public override string QueryOperation => "query";

    /// <inheritdoc/>
    public override string RefundOperation => "refund";

    /// <inheritdoc/>
    internal override void Register(
        IServiceCollection services, IConfiguration configuration)
        => services.AddExample(configuration);

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        simulator = await ExampleSimulator.StartAsync(Merchant, Key, parts.ChannelClock);
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(parts, simulator, other ? "1002" : Merchant, Key);

    /// <inheritdoc/>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(parts, simulator, Merchant, "another-test-key-0123456789");

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("merchant", success.OtherIdentity ? "1002" : Merchant),
            new("number", success.Number),
            new("fen", success.Fen.ToString(CultureInfo.InvariantCulture)),
            new("trade", "E1"),
            new("at", "1772366400"),
        ];
        fields.Add(new("sign", ExampleSimulator.SignatureOf(Key, fields)));
        return new ChannelMessage(
            "POST", new Uri(parts.Gateway, "notify/example/main").AbsoluteUri,
            "application/x-www-form-urlencoded", FormText.Write(fields, Encoding.UTF8));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (simulator is not null)
        {
            await simulator.DisposeAsync();
        }
    }

    private static JsonObject Account(RigParts parts, Uri simulator, string merchant, string key)
    {
        parts.KeepSecret($"example-{merchant}-{key[..3]}", key);
        return new JsonObject
        {
            ["environment"] = "test",
            ["settings"] = new JsonObject
            {
                ["merchant"] = merchant,
                ["base_uri"] = simulator.AbsoluteUri,
            },
            ["secrets"] = new JsonObject { ["key"] = $"example-{merchant}-{key[..3]}" },
        };
    }
}
