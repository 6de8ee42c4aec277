using Microsoft.Playwright;

namespace PayFunctions.Tests.Flows.World;

/// <summary>One Chromium for the stories that need a screen.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string whyNot = "";

    /// <summary>The browser; the test is skipped where there is none.</summary>
    internal IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, whyNot);
            return browser;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        var path = ChromiumPath.Find() ?? playwright.Chromium.ExecutablePath;
        if (!File.Exists(path))
        {
            whyNot = "No Chromium: set CHROMIUM_PATH, or put chromium on PATH.";
            return;
        }

        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
