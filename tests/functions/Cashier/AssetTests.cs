using PayFunctions.Cashier;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The files that pages load.</summary>
public sealed class AssetTests : IDisposable
{
    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("cashier.css", "text/css; charset=utf-8")]
    [InlineData("cashier.js", "text/javascript; charset=utf-8")]
    [InlineData("handover.js", "text/javascript; charset=utf-8")]
    public async Task A_file_is_remembered_for_long_under_its_tag(string file, string type)
    {
        var first = await GetAsync(file);
        var again = await GetAsync(file, first.Headers.ETag.ToString());

        first.Status.ShouldBe(200);
        first.Bytes.ShouldNotBeEmpty();
        first.Headers.ContentType.ToString().ShouldBe(type);
        first.Headers.CacheControl.ToString().ShouldBe("public, max-age=31536000, immutable");
        first.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        again.Status.ShouldBe(304);
        again.Bytes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("other.js")]
    [InlineData("../host.json")]
    [InlineData("CASHIER.css")]
    public async Task Nothing_else_is_served(string file)
    {
        var answer = await GetAsync(file);

        answer.Status.ShouldBe(404);
        answer.Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task Pages_name_files_by_their_content()
    {
        var id = await bench.HasAsync(An.Order());
        var tag = (await GetAsync(CashierAssets.Style)).Headers.ETag.ToString().Trim('"');

        var page = await bench.ShowAsync(id);

        page.Text.ShouldContain($"href=\"/assets/cashier.css?v={tag}\"");
    }

    [Fact]
    public async Task Scripts_and_styles_load_nothing_from_elsewhere()
    {
        foreach (var file in CashierAssets.Names)
        {
            var answer = await GetAsync(file);

            answer.Text.ShouldNotContain("http://");
            answer.Text.ShouldNotContain("https://");
            answer.Text.ShouldNotContain("@import");
        }
    }

    private Task<Answer> GetAsync(string file, string? ifNoneMatch = null)
        => bench.AskAsync(
            r => Task.FromResult(bench.Functions.Asset(r, file)), "/assets/" + file,
            ifNoneMatch: ifNoneMatch);
}
