using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PayFunctions.Sandbox.Day;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>A whole business day by one command: played with faults, closed, reconciled, cleared,
/// and looked at in the console.</summary>
public sealed partial class BusinessDayTests(BrowserFixture browsers)
{
    private const int Orders = 50;
    private const int Seconds = 24;

    /// <summary>Twice what a busy machine was seen to need.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Every_order_ends_every_bill_agrees_and_the_console_shows_the_day()
    {
        using var folder = new DataFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken);
        var output = new SpokenLines();
        var run = new SandboxRun(
            Options(folder), output, TimeProvider.System).RunAsync(stop.Token);
        try
        {
            await UntilOpenAsync(run, output);
            var report = output.ToString();

            report.ShouldContain(" is closed:");
            report.ShouldContain("moved 0, balances 0");
            var day = DayPattern().Match(report).Groups["day"].Value;
            await LookAsync(new Uri(ConsolePattern().Match(report).Groups["url"].Value), day);
        }
        finally
        {
            await stop.CancelAsync();
            await run.ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
                | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private static SandboxOptions Options(DataFolder folder) => new()
    {
        Port = 0,
        ShopPort = 0,
        SimulatorPorts = SandboxChannels.All.ToDictionary(
            static c => c.Name, static _ => 0, StringComparer.Ordinal),
        DataFolder = folder.Of("day"),
        Day = new DayOptions { Orders = Orders, Seconds = Seconds },
    };

    private static async Task UntilOpenAsync(Task run, SpokenLines output)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!output.ToString().Contains("Everything runs.", StringComparison.Ordinal))
        {
            if (run.IsCompleted)
            {
                await run;
            }

            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(
                Limit, output.ToString());
            await Task.Delay(
                TimeSpan.FromMilliseconds(100), TimeProvider.System,
                TestContext.Current.CancellationToken);
        }
    }

    private async Task LookAsync(Uri console, string day)
    {
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        await visit.GoAsync(console);
        await visit.SeeAsync("#hours");
        await visit.ClickAsync("a[href='/console/days']");
        var row = visit.Page.Locator("tr", new PageLocatorOptions { HasTextString = day });
        (await row.TextContentAsync())!.ShouldContain("calculated");
        await row.Locator($"a[href$='/{day}']").WaitForAsync();
        await visit.GoAsync(new Uri(
            new Uri(visit.Page.Url), $"/console/orders?from={day}&to={day}&state=SUCCESS"));
        await visit.Page.Locator("td a").First.ClickAsync();
        await visit.SeeAsync("#refund");
        (await visit.Page.TextContentAsync("main"))!.ShouldContain("fee_income");
        visit.Troubles.ShouldBeEmpty();
    }

    [GeneratedRegex(
        "The day (?<day>[0-9-]{10}) is closed", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayPattern();

    [GeneratedRegex(
        "console +(?<url>http[^\\s]+)", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConsolePattern();
}
