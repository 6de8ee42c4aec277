using System.Text.Json;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>A day's trade bill, asked for and fetched.</summary>
public sealed class WeChatPayBillingTests : IAsyncLifetime
{
    private const string File = "/v3/billdownload/file?token=abc%2Bdef%3D&tartype=gzip";

    private static readonly DateOnly Day = new(2026, 1, 2);
    private static readonly JsonElement Bill = WeChatPayVectors.Named(
        WeChatPayVectors.Bills, "trade bill ALL");

    private WeChatPayTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await WeChatPayTalk.StartAsync();
        Names(talk.Host.Origin + File);
        Gives(Convert.FromBase64String(Bill.Text("file_gzip_base64")));
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_bill_is_asked_for_fetched_unpacked_and_read()
    {
        var rows = await ReadAsync(await OpenAsync());

        rows.Count.ShouldBe(6);
        talk.Targets.ShouldBe(
        [
            "/v3/bill/tradebill?bill_date=2026-01-02&bill_type=ALL&tar_type=GZIP", File,
        ]);
        talk.Host.Headers[1]["Authorization"].ShouldStartWith("WECHATPAY2-SHA256-RSA2048 ");
    }

    [Fact]
    public async Task Nothing_is_fetched_before_it_is_read()
    {
        (await OpenAsync()).ShouldBeOfType<BillReady>();

        talk.Targets.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_provider_asks_for_its_merchant()
    {
        await using var partner = await WeChatPayTalk.StartAsync(("sub_mch_id", "1999000301"));

        await partner.Channel.OpenBillAsync("main", Day, CancellationToken.None);

        partner.Targets.ShouldHaveSingleItem().ShouldContain("&sub_mchid=1999000301&");
    }

    [Theory]
    [InlineData(400, "NO_STATEMENT_EXIST", "BillEmpty")]
    [InlineData(400, "NOSTATEMENTEXIST", "BillEmpty")]
    [InlineData(400, "STATEMENT_CREATING", "BillNotReady")]
    [InlineData(400, "PARAM_ERROR", "BillUnknown")]
    [InlineData(500, "SYSTEM_ERROR", "BillUnknown")]
    public async Task A_day_may_have_no_bill_yet_or_none_at_all(
        int status, string code, string opening)
    {
        talk.Refuses("tar_type=GZIP", status, code);

        (await OpenAsync()).GetType().Name.ShouldBe(opening);
    }

    [Theory]
    [InlineData("https://evil.example/v3/billdownload/file?token=1")]
    [InlineData("http://127.0.0.1:1/v3/billdownload/file?token=1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/v3/billdownload/file")]
    [InlineData("")]
    public async Task A_file_is_fetched_from_known_hosts_alone(string address)
    {
        Names(address);

        (await OpenAsync()).ShouldBe(
            new BillUnknown("the answer names no file that may be fetched"));
    }

    [Fact]
    public async Task Another_path_of_a_known_host_is_no_bill()
    {
        Names(talk.Host.Origin + "/v3/certificates");

        (await OpenAsync()).ShouldBeOfType<BillUnknown>();
    }

    [Fact]
    public async Task A_file_that_is_refused_or_broken_or_altered_is_no_bill()
    {
        talk.Refuses(File, 401, "SIGN_ERROR");
        await BreaksAsync("the bill cannot be fetched: HTTP status 401");

        var packed = Convert.FromBase64String(Bill.Text("file_gzip_base64"));
        Gives(packed[..^100]);
        await BreaksAsync("a row of the bill does not fit its heading");

        Gives("no gzip"u8.ToArray());
        await BreaksAsync("the bill came broken");

        Gives(Convert.FromBase64String(WeChatPayVectors.Named(
            WeChatPayVectors.Bills, "file altered after hashing").Text("file_gzip_base64")));
        await BreaksAsync("the bill's hash is another");
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_no_bill()
    {
        talk.Answers(File, static async context =>
        {
            context.Response.ContentLength = 5_000;
            await context.Response.Body.WriteAsync(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0 });
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        // Its head may be lost with it.
        await BreaksAsync("the bill ca");
    }

    private void Names(string address)
        => talk.Says(
            "tar_type=GZIP",
            JsonSerializer.Serialize(new
            {
                hash_type = "SHA1",
                hash_value = Bill.GetProperty("application_answer").Text("hash_value"),
                download_url = address,
            }));

    private void Gives(byte[] file)
        => talk.Answers(File, context => context.Response.Body.WriteAsync(file).AsTask());

    private Task<BillOpening> OpenAsync()
        => talk.Channel.OpenBillAsync("main", Day, CancellationToken.None);

    private async Task BreaksAsync(string reason)
        => (await Should.ThrowAsync<BillBrokenException>(async () =>
            await ReadAsync(await OpenAsync()))).Message.ShouldStartWith(reason);

    private static async Task<List<BillRow>> ReadAsync(BillOpening opening)
    {
        List<BillRow> rows = [];
        await foreach (var row in opening.ShouldBeOfType<BillReady>().Rows)
        {
            rows.Add(row);
        }

        return rows;
    }
}
