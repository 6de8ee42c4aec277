using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Simulation;

/// <summary>What tests of every simulator share: a world with one open order, and calls.</summary>
public abstract class SimulatorTests : IAsyncLifetime
{
    protected const string Number = "T2026010200001";
    protected const long Fen = 8888;

    internal ISimulatorWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await StartAsync();
        await World.OpenAsync(Number, Fen);
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal abstract Task<ISimulatorWorld> StartAsync();

    internal async Task<JsonElement> ShowAsync()
        => await World.Client.GetFromJsonAsync<JsonElement>($"/control/trades/{Number}");

    internal async Task<HttpResponseMessage> PostAsync(string act, string? fault = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/control/trades/{Number}/{act}");
        if (fault is not null)
        {
            request.Headers.Add("X-Sandbox-Fault", fault);
        }

        return await World.Client.SendAsync(request);
    }

    internal async Task PayAsync(string? fault = null)
    {
        using var paid = await PostAsync("pay", fault);
        paid.StatusCode.ShouldBe(HttpStatusCode.OK, await paid.Content.ReadAsStringAsync());
    }

    internal async Task OrderFaultAsync(object order)
    {
        using var answer = await World.Client.PostAsJsonAsync("/control/faults", order);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The attempts as the control interface lists them, once there are so many.</summary>
    internal async Task<IReadOnlyList<JsonElement>> AttemptsAsync(int count)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var attempts = (await ShowAsync()).GetProperty("notifications").EnumerateArray();
            if (attempts.Count() >= count)
            {
                return [.. attempts];
            }

            await Task.Yield();
        }
    }
}
