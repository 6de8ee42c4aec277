using System.Net;

namespace PayFunctions.Tests.Sdk.Keys;

public sealed class GatewayKeysTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new(Vectors.Noon);
    private readonly KeyServer _server = new();
    private readonly HttpClient _http;
    private readonly GatewayKeys _keys;

    public GatewayKeysTests()
    {
        _http = new HttpClient(_server);
        _keys = new GatewayKeys(_http, new Uri("https://pay.example.com"), _clock);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _http.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_kept()
    {
        (await _keys.GetAsync()).Count.ShouldBe(2);
        (await _keys.GetAsync()).Count.ShouldBe(2);

        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_are_fetched_again_after_an_hour()
    {
        await _keys.GetAsync();
        _clock.Advance(TimeSpan.FromMinutes(61));
        await _keys.GetAsync();

        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_flood_of_unknown_key_ids_fetches_once_a_minute()
    {
        var verifier = new PayVerifier(A.Options(), _keys, _clock);
        var form = Notice.Genuine.With("key_id", "gw-9").Form();

        var floods = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => verifier.VerifyAsync(form).AsTask()));
        _server.Requests.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(61));
        await verifier.VerifyAsync(form);

        floods.ShouldAllBe(one => one.Verdict == PayVerdict.KeyUnknown);
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_key_is_found_when_a_message_names_it()
    {
        var verifier = new PayVerifier(A.Options(), _keys, _clock);
        _server.Body = "{\"keys\":[]}"u8.ToArray();
        await _keys.GetAsync();
        _server.Body = Vectors.Jwks;
        _clock.Advance(TimeSpan.FromSeconds(61));

        var verification = await verifier.VerifyAsync(Notice.Genuine.Form());

        verification.Verdict.ShouldBe(PayVerdict.Genuine);
    }

    [Fact]
    public async Task Known_keys_outlive_the_gateways_trouble_for_a_day()
    {
        await _keys.GetAsync();
        _server.Status = HttpStatusCode.ServiceUnavailable;

        _clock.Advance(TimeSpan.FromHours(23));
        (await _keys.GetAsync()).Count.ShouldBe(2);
        _clock.Advance(TimeSpan.FromHours(2));
        (await _keys.GetAsync()).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_withdrawn_key_is_gone_after_the_next_fetch()
    {
        await _keys.GetAsync();
        _server.Body = "{\"keys\":[]}"u8.ToArray();
        _clock.Advance(TimeSpan.FromHours(2));

        (await _keys.GetAsync()).Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_over_64_KiB_or_no_key_set_is_no_key()
    {
        _server.Body = new byte[(64 * 1024) + 1];
        (await _keys.GetAsync()).Count.ShouldBe(0);

        _server.Body = "<html>"u8.ToArray();
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await _keys.GetAsync()).Count.ShouldBe(0);
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_is_waited_for_ten_seconds()
    {
        _server.Hangs = true;

        var getting = _keys.GetAsync().AsTask();
        await _server.Asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(10));

        (await getting).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Pinned_keys_never_ask()
    {
        using var pinned = new GatewayKeys(A.GatewayKeys);

        (await pinned.GetAsync()).Count.ShouldBe(2);
        (await pinned.RefreshAsync()).Count.ShouldBe(2);
    }

    private sealed class KeyServer : HttpMessageHandler
    {
        public byte[] Body { get; set; } = Vectors.Jwks;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public bool Hangs { get; set; }

        public int Requests { get; private set; }

        public TaskCompletionSource Asked { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri.ShouldBe(new Uri("https://pay.example.com/.well-known/jwks.json"));
            Requests++;
            Asked.TrySetResult();
            if (Hangs)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return new(Status) { Content = new ByteArrayContent(Body) };
        }
    }
}
