using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A payer at a screen: one page, and everything that went wrong on it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>A busy machine loads pages slowly.</summary>
    private const float LimitMs = 60_000;
    private const int TabsMaximum = 30;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = [];

    private Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(LimitMs);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
            {
                troubles.Enqueue($"{said.Text} ({said.Location})");
            }
        };
        page.PageError += (_, error) => troubles.Enqueue(error);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and warnings, refusals of a Content-Security-Policy among
    /// them.</summary>
    public IReadOnlyList<string> Troubles => [.. troubles];

    /// <summary>Opens a window.</summary>
    public static async Task<Visit> BeginAsync(
        IBrowser browser, int width = 1280, int height = 800, bool script = true)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "zh-CN",
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        return new Visit(window, await window.NewPageAsync());
    }

    /// <summary>Goes to an address; the status of the answer.</summary>
    public async Task<int> GoAsync(Uri address)
        => (await Page.GotoAsync(address.AbsoluteUri))!.Status;

    /// <summary>Presses what is found; by the mouse.</summary>
    public Task ClickAsync(string selector) => Page.ClickAsync(selector);

    /// <summary>Presses it by Tab and Enter.</summary>
    public async Task TypeToAsync(string selector)
    {
        await Page.WaitForSelectorAsync(selector);
        for (var tabs = 0; tabs < TabsMaximum; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.Locator($"{selector}:focus").CountAsync() > 0)
            {
                await Page.Keyboard.PressAsync("Enter");
                return;
            }
        }

        throw new InvalidOperationException($"{TabsMaximum} tabs did not reach {selector}.");
    }

    /// <summary>Waits until it is there.</summary>
    public Task SeeAsync(string selector) => Page.WaitForSelectorAsync(selector);

    /// <summary>Waits until the page is there that begins so; tells what is there instead.
    /// </summary>
    public async Task ArriveAsync(string start)
    {
        try
        {
            await Page.WaitForURLAsync($"{start}*");
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(
                $"Not at {start}: {Page.Url} says {await Page.InnerTextAsync("body")}", e);
        }
    }

    /// <summary>How far the page is wider than the window, in CSS pixels.</summary>
    public Task<int> OverflowAsync()
        => Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
