using System.Net;
using System.Net.Sockets;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.Launcher;

[Collection(EmptyPath.Name)]
public sealed class StartTroubleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--shop-port")]
    [InlineData("--alipay-port")]
    [InlineData("--tenpay-port")]
    [InlineData("--ipaynow-port")]
    [InlineData("--abc-port")]
    public async Task A_port_that_is_taken_is_named_with_its_option(string option)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        var options = new SandboxOptions
        {
            Port = option == "--port" ? taken : 0,
            ShopPort = option == "--shop-port" ? taken : 0,
            SimulatorPorts = SandboxChannels.All.ToDictionary(
                static c => c.Name, c => option == c.PortOption ? taken : 0),
            DataFolder = folder.Path,
        };

        var code = await Launch.RunAsync(
            new SandboxRun(options, output, TimeProvider.System).RunAsync, errors, default);

        code.ShouldBe(1);
        errors.ToString().Trim().ShouldBe(
            $"Port {taken} is taken: stop what listens there or choose another with {option}.");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(folder.Of("file"), "not a folder");
        var options = new SandboxOptions
        {
            Port = 0,
            ShopPort = 0,
            SimulatorPorts = SandboxChannels.All.ToDictionary(
                static c => c.Name, static _ => 0),
            DataFolder = folder.Of("file"),
        };

        var code = await Launch.RunAsync(
            new SandboxRun(options, output, TimeProvider.System).RunAsync, errors, default);

        code.ShouldBe(1);
        errors.ToString().ShouldStartWith("The sandbox cannot run: ");
        errors.ToString().ShouldContain(folder.Of("file"));
    }

    [Fact]
    public async Task A_machine_without_npm_is_told_to_install_it()
    {
        var package = folder.Of("package");
        Directory.CreateDirectory(package);
        await File.WriteAllTextAsync(Path.Combine(package, "package-lock.json"), "{}");

        var failure = await WithEmptyPathAsync(() => Should.ThrowAsync<SandboxFailure>(
            () => Storage.StartAsync(package, folder.Of("data"), TimeProvider.System, default)));

        failure.Message.ShouldBe(
            "npm was not found: install Node.js 20 or later and try again.");
    }

    [Fact]
    public async Task A_machine_without_node_is_told_to_install_it()
    {
        var package = folder.Of("package");
        Directory.CreateDirectory(Path.Combine(package, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(package, "package-lock.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(package, "node_modules", ".installed"), "{}");

        var failure = await WithEmptyPathAsync(() => Should.ThrowAsync<SandboxFailure>(
            () => Storage.StartAsync(package, folder.Of("data"), TimeProvider.System, default)));

        failure.Message.ShouldBe(
            "node was not found: install Node.js 20 or later and try again.");
    }

    [Fact]
    public void A_program_that_is_missing_is_named()
    {
        var failure = Should.Throw<SandboxFailure>(() => ChildProcess.Start(
            "functions", ["payfunctions-no-such-program"],
            new Dictionary<string, string>(), folder.Of("log")));

        failure.Message.ShouldStartWith("payfunctions-no-such-program was not found:");
    }

    [Fact]
    public async Task Functions_that_end_early_are_quoted_with_their_code_and_last_words()
    {
        await using var child = Shell("echo starting >&2; echo 'Keys are missing.' >&2; exit 3");

        var failure = await Should.ThrowAsync<SandboxFailure>(
            () => WaitAsync(child, TimeProvider.System));

        failure.Message.ShouldBe(
            "The functions stopped with exit code 3 (Keys are missing.): "
            + $"read {folder.Of("functions.log")}.");
        (await File.ReadAllTextAsync(folder.Of("functions.log"))).ShouldContain("starting");
    }

    [Fact]
    public async Task Functions_that_throw_are_quoted_with_the_exception_not_its_stack()
    {
        await using var child = Shell(
            "echo 'Unhandled exception. No keys.' >&2; echo '   at Main()' >&2; exit 134");

        var failure = await Should.ThrowAsync<SandboxFailure>(
            () => WaitAsync(child, TimeProvider.System));

        failure.Message.ShouldContain(
            "exit code 134 (Unhandled exception. No keys.)");
    }

    [Fact]
    public async Task Functions_that_answer_nothing_are_given_up_after_the_limit()
    {
        var time = new ManualTimeProvider();
        await using var child = Shell("sleep 600");
        var waiting = Should.ThrowAsync<SandboxFailure>(() => WaitAsync(child, time));

        await time.WhenArmedAsync();
        time.Advance(Readiness.Limit + TimeSpan.FromSeconds(1));
        var failure = await waiting;

        failure.Message.ShouldEndWith("within 60 seconds.");
    }

    [Fact]
    public async Task Settings_reach_the_child_and_its_end_is_ours()
    {
        var child = ChildProcess.Start(
            "functions", ["sh", "-c", "echo $Keys__SigningKey; sleep 600"],
            new Dictionary<string, string> { ["Keys__SigningKey"] = "gateway" },
            folder.Of("functions.log"));
        var end = child.EndAsync(TestContext.Current.CancellationToken);
        while (!(await ReadSharedAsync(folder.Of("functions.log")))
            .Contains("gateway", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        await child.DisposeAsync();

        await Should.NotThrowAsync(() => Task.WhenAny(end));
        end.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stop_is_exit_code_zero()
    {
        using var stop = new CancellationTokenSource();
        var running = Launch.RunAsync(
            static cancel => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel),
            errors, stop.Token);

        await stop.CancelAsync();

        (await running).ShouldBe(0);
        errors.ToString().ShouldBeEmpty();
    }

    private static HttpClient Client()
        => new(new SocketsHttpHandler { UseProxy = false });

    private static Uri Nowhere() => new(Ports.Root(Ports.Reserve(0, "--port")), "health");

    private static async Task<string> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    private static async Task<T> WithEmptyPathAsync<T>(Func<Task<T>> act)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", string.Empty);
        try
        {
            return await act();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    private ChildProcess Shell(string script)
        => ChildProcess.Start(
            "functions", ["sh", "-c", script], new Dictionary<string, string>(),
            folder.Of("functions.log"));

    private static async Task WaitAsync(ChildProcess child, TimeProvider time)
    {
        using var client = Client();
        await Readiness.WaitAsync(Nowhere(), child, client, time, default);
    }
}
