using PayFunctions.Payments;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>What tills do.</summary>
internal sealed class TillActs(Scene scene)
{
    private const int Orders = 3;

    private static readonly string[] Apps = [Durable.Refunding, Durable.Reviving];
    private static readonly TimeSpan[] Lifetimes =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(90), TimeSpan.FromHours(5)];

    private readonly int[] codes = new int[Orders];
    private int lastCode;

    /// <summary>Charges the payer's code: the same again, or a new one.</summary>
    public async Task ChargeAsync()
    {
        var number = scene.Next(Orders);
        if (codes[number] == 0 || scene.OneIn(3))
        {
            codes[number] = ++lastCode;
        }

        var channel = codes[number] % 4 == 0 ? Habits.Bare.Name : Habits.Full.Name;
        var code = SimChannel.CodeOf(channel, codes[number]);
        scene.Note($"charge {code} for T-{number}");
        var result = await scene.Gateway.ChargeAsync(
            Apps[number % Apps.Length], $"T-{number}",
            scene.Terms(200 + number, Lifetimes[number]), code);
        scene.Note($"  {(result is Charged { Order: var made } ? made.State : result)}");
    }
}
