using PayFunctions.Sandbox.Launcher;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class DrainTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_child_ends_what_it_is_at()
    {
        SkipOnWindows();
        await using (var child = await StartAsync("trap 'echo done; exit 0' TERM"))
        {
            await child.DrainAsync(Limit, TimeProvider.System);
            var end = await child.EndAsync(default);

            end.Message.ShouldStartWith("The child stopped with exit code 0 (done)");
        }

        (await File.ReadAllLinesAsync(Log)).ShouldBe(["ready", "done"]);
    }

    [Fact]
    public async Task A_child_that_does_not_end_is_waited_for_no_longer_than_the_limit()
    {
        SkipOnWindows();
        var time = new ManualTimeProvider();
        var child = await StartAsync("trap '' TERM");
        var draining = child.DrainAsync(Limit, time);

        await time.WhenArmedAsync();
        var early = draining.IsCompleted;
        time.Advance(Limit);
        await draining;

        early.ShouldBeFalse();
        await child.DisposeAsync();
        (await File.ReadAllLinesAsync(Log)).ShouldBe(["ready"]);
    }

    [Fact]
    public async Task A_child_that_has_ended_is_not_waited_for()
    {
        SkipOnWindows();
        await using var child = await StartAsync("exit 0");
        await child.EndAsync(default);

        await Should.NotThrowAsync(() => child.DrainAsync(Limit, new ManualTimeProvider()));
    }

    [Fact]
    public async Task Parts_end_in_reverse_order_each_drained_first()
    {
        var told = new List<string>();
        await using (var parts = new Parts())
        {
            parts.Keep(new Part("storage", told), Drained);
            parts.Keep(new Part("simulator", told));
            parts.Keep(new Part("functions", told), Drained);
        }

        told.ShouldBe(
        [
            "functions drained", "functions ended", "simulator ended", "storage drained",
            "storage ended",
        ]);

        Task Drained(Part part)
        {
            told.Add(part.Name + " drained");
            return Task.CompletedTask;
        }
    }

    private string Log => folder.Of("child.log");

    private static void SkipOnWindows()
        => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");

    /// <summary>A child that has got as far as to hear signals.</summary>
    private async Task<ChildProcess> StartAsync(string script)
    {
        var child = ChildProcess.Start(
            "child", ["sh", "-c", $"{script}; echo ready; while :; do sleep 0.05; done"],
            new Dictionary<string, string>(), Log);
        while (!script.StartsWith("exit", StringComparison.Ordinal)
            && !(await ReadSharedAsync()).Contains("ready", StringComparison.Ordinal))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return child;
    }

    private async Task<string> ReadSharedAsync()
    {
        await using var file = new FileStream(
            Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    private sealed class Part(string name, List<string> told) : IAsyncDisposable
    {
        public string Name => name;

        public ValueTask DisposeAsync()
        {
            told.Add(name + " ended");
            return ValueTask.CompletedTask;
        }
    }
}
