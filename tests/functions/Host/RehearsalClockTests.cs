using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Host;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Host;

public sealed class RehearsalClockTests : IDisposable
{
    private const string Emulator =
        "UseDevelopmentStorage=false;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;";

    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Everybody_with_the_file_sees_the_clock_move()
    {
        using var mover = new RehearsalClock(path);
        using var other = new RehearsalClock(path);

        mover.MoveTo(Noon);

        (other.GetUtcNow() - Noon).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_new_file_is_the_machines_own_time()
    {
        using var clock = new RehearsalClock(path);

        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration()
            .ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_long_wait_is_over_when_the_clock_is_moved_past_it()
    {
        using var clock = new RehearsalClock(path);
        clock.MoveTo(Noon);

        var wait = Task.Delay(
            TimeSpan.FromHours(2), clock, TestContext.Current.CancellationToken);
        clock.MoveTo(Noon.AddHours(1));
        var early = wait.IsCompleted;
        clock.MoveTo(Noon.AddHours(2.1));
        await wait.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        early.ShouldBeFalse();
    }

    [Fact]
    public void A_wait_for_a_machine_does_not_end_because_the_clock_is_moved()
    {
        using var clock = new RehearsalClock(path);
        clock.MoveTo(Noon);
        using var limit = new CancellationTokenSource(RehearsalClock.ShortWait, clock);

        clock.MoveTo(Noon.AddHours(1));

        limit.IsCancellationRequested.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("clock", true)]
    public void Nothing_is_rehearsed_unless_a_setting_says_so(string? file, bool rehearses)
    {
        var services = new ServiceCollection().AddRehearsal(Settings(
            ("Rehearsal:ClockFile", file), ("Rehearsal:Pace", "1440"),
            ("AzureWebJobsStorage", Emulator)));

        services.Any(static s => s.ServiceType == typeof(TimeProvider)).ShouldBe(rehearses);
        services.Any(static s => s.ServiceType == typeof(QueuePace)).ShouldBe(rehearses);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", null)]
    [InlineData("AzureWebJobsStorage", "AccountName=real;TableEndpoint=https://real.example/;")]
    [InlineData("Storage:TableServiceUri", "https://real.example/")]
    public void Real_storage_is_never_rehearsed_on(string name, string? value)
    {
        var settings = Settings(
            ("Rehearsal:ClockFile", path), ("AzureWebJobsStorage", Emulator), (name, value));

        Should.Throw<InvalidOperationException>(
            () => new ServiceCollection().AddRehearsal(settings));
    }

    [Theory]
    [InlineData(1, 0.2, 1)]
    [InlineData(1, 300, 300)]
    [InlineData(1440, 7_200, 5)]
    [InlineData(1440, 1, 1)]
    [InlineData(1440, 0, 0)]
    public void A_queue_hides_for_whole_seconds(double pace, double delay, double hidden)
        => new QueuePace(pace).HiddenFor(TimeSpan.FromSeconds(delay))
            .ShouldBe(TimeSpan.FromSeconds(hidden));

    private static IConfigurationRoot Settings(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
