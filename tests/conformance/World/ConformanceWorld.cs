using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Orders;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>A gateway, one channel, a merchant and a payer, on one clock.</summary>
internal sealed class ConformanceWorld : IAsyncDisposable
{
    /// <summary>What things cost here, in fen.</summary>
    public const long Price = 8_800;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    /// <summary>A busy machine takes its time; a channel's clock must not run out meanwhile.
    /// </summary>
    private static readonly TimeSpan LongBreath = TimeSpan.FromMilliseconds(250);
    private const int StepsMax = 120;

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
    });

    private int orders;

    private ConformanceWorld(ChannelRig rig) => Rig = rig;

    /// <summary>The channel.</summary>
    public ChannelRig Rig { get; }

    /// <summary>The clock of gateway and merchant.</summary>
    public ManualTimeProvider Clock { get; } = new();

    /// <summary>The gateway.</summary>
    public GatewayServer Gateway { get; private set; } = null!;

    /// <summary>The merchant.</summary>
    public MerchantSide Merchant { get; private set; } = null!;

    /// <summary>The channel's control.</summary>
    public ChannelControl Channel { get; private set; } = null!;

    /// <summary>What the rig is made of.</summary>
    public RigParts Parts { get; private set; } = null!;

    /// <summary>The simulator's root.</summary>
    public Uri Simulator { get; private set; } = null!;

    /// <summary>Starts everything.</summary>
    /// <param name="rig">The channel.</param>
    /// <param name="skew">How far the channel's clock is ahead.</param>
    /// <param name="lateSuccess">What the merchant wants done with money that comes late.</param>
    public static async Task<ConformanceWorld> StartAsync(
        ChannelRig rig, TimeSpan skew = default, string lateSuccess = "revive")
    {
        var world = new ConformanceWorld(rig);
        await world.BeginAsync(skew, lateSuccess);
        return world;
    }

    /// <summary>Creates an order of the usual price.</summary>
    public Task<Reply> CreateAsync(
        string? product, params (string Name, JsonNode? Value)[] members)
        => Merchant.SendAsync(
            Gateway.Address, HttpMethod.Post, "/v1/payments", Body(product, members));

    /// <summary>Has the usual price authorised by the hold product.</summary>
    public Task<Reply> AuthorizeAsync(params (string Name, JsonNode? Value)[] members)
        => CallAsync(
            HttpMethod.Post, "/v1/authorizations", Body(Rig.HoldProduct, members));

    /// <summary>Has a code sent to a payer's phone, as <c>K-1</c>.</summary>
    public Task<Reply> KCodeAsync(params (string Name, JsonNode? Value)[] members)
        => CallAsync(
            HttpMethod.Post, "/v1/payments/kcode",
            Body(
                product: null,
                [
                    ("out_request_no", "K-1"), ("card_no", "6228480000000000001"),
                    ("mobile_end", "8888"), .. members,
                ]));

    /// <summary>Creates an agreement of at most the usual price at once.</summary>
    public Task<Reply> AgreeAsync(params (string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject
        {
            ["out_agreement_no"] = $"G-{Interlocked.Increment(ref orders)}",
            ["single_limit"] = Price,
            ["subject"] = "龙井茶月卡",
            ["notify_url"] = Merchant.NotifyUrl.AbsoluteUri,
            ["channel"] = Rig.AgreementProduct,
        };
        foreach (var (name, value) in members)
        {
            body[name] = value?.DeepClone();
        }

        return CallAsync(HttpMethod.Post, "/v1/agreements", body);
    }

    /// <summary>Calls the gateway as the merchant.</summary>
    public Task<Reply> CallAsync(HttpMethod method, string target, JsonObject? body = null)
        => Merchant.SendAsync(Gateway.Address, method, target, body);

    /// <summary>Charges a payer's code.</summary>
    public Task<Reply> ChargeAsync(
        string code, string? number = null, params (string Name, JsonNode? Value)[] members)
    {
        var body = Body(Rig.TillProduct, members);
        body["auth_code"] = code;
        body["out_trade_no"] = number ?? body["out_trade_no"]!.ToString();
        return Merchant.SendAsync(
            Gateway.Address, HttpMethod.Post, "/v1/payments/barcode", body);
    }

    /// <summary>Creates an order and sends the payer to the channel's page.</summary>
    public async Task<string> OpenAsync(
        params (string Name, JsonNode? Value)[] members)
    {
        var created = await CreateAsync(Rig.PageProduct, members);
        created.Status.ShouldBe(201, created.ToString());
        var visit = await BrowseAsync(created);
        visit.Status.ShouldBe(200, visit.Text);
        return created["transaction_id"];
    }

    /// <summary>Opens an order's pay URL in a browser.</summary>
    public Task<Visit> BrowseAsync(Reply created)
        => new Browser(client).GoAsync(new Uri(created["pay_url"]));

    /// <summary>Opens a page of the gateway in a browser.</summary>
    public Task<Visit> BrowseAsync(string path)
        => VisitAsync(new Uri(Gateway.Address, path));

    /// <summary>Opens any page in a browser.</summary>
    public Task<Visit> VisitAsync(Uri page) => new Browser(client).GoAsync(page);

    /// <summary>Has an order paid and told of.</summary>
    public async Task<string> PayAsync(params (string Name, JsonNode? Value)[] members)
    {
        var id = await OpenAsync(members);
        (await Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await UntilAsync(async () => (await StoredAsync(id)).State == OrderState.Success);
        return id;
    }

    /// <summary>The number of an order's attempt at the channel.</summary>
    public static string NumberOf(string id, int attempt = 1) => $"{id}{attempt:D2}";

    /// <summary>What the merchant is told when it asks, past the pause between questions.</summary>
    public Task<Reply> QueryAsync(string id)
    {
        Clock.Advance(TimeSpan.FromSeconds(6));
        return Merchant.SendAsync(Gateway.Address, HttpMethod.Get, $"/v1/payments/{id}");
    }

    /// <summary>Refunds.</summary>
    public Task<Reply> RefundAsync(string id, string number, long fen, string? reason = null)
    {
        var body = new JsonObject
        {
            ["transaction_id"] = id,
            ["out_request_no"] = number,
            ["refund_fee"] = fen,
        };
        if (reason is not null)
        {
            body["reason"] = reason;
        }

        return Merchant.SendAsync(Gateway.Address, HttpMethod.Post, "/v1/refunds", body);
    }

    /// <summary>What became of a refund, past the pause between questions.</summary>
    public Task<Reply> QueryRefundAsync(string number)
    {
        Clock.Advance(TimeSpan.FromSeconds(6));
        return Merchant.SendAsync(Gateway.Address, HttpMethod.Get, $"/v1/refunds/{number}");
    }

    /// <summary>A call without a body, such as a close.</summary>
    public Task<Reply> PostAsync(string target)
        => Merchant.SendAsync(Gateway.Address, HttpMethod.Post, target);

    /// <summary>The order as it is stored.</summary>
    public async Task<Order> StoredAsync(string id)
        => (await Gateway.Orders.FindAsync(new OrderId(id), default)).ShouldNotBeNull().Order;

    /// <summary>Posts a notification as it is; whether the gateway took it.</summary>
    public async Task<bool> TellAsync(
        ChannelMessage message, string? contentType = null, string account = "main")
    {
        var url = message.Url.Replace(
            $"/notify/{Rig.Channel}/main", $"/notify/{Rig.Channel}/{account}",
            StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(message.Method), url);
        foreach (var (name, value) in message.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (message.Method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body));
            request.Content.Headers.TryAddWithoutValidation(
                "Content-Type", contentType ?? message.ContentType);
        }

        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Registers an account; the answer of the gateway.</summary>
    public Task<Reply> RegisterAsync(string account, JsonObject body)
        => OperateAsync(HttpMethod.Put, $"platform/accounts/{Rig.Channel}/{account}", body);

    /// <summary>Probes an account.</summary>
    public Task<Reply> ProbeAsync(string account)
        => OperateAsync(
            HttpMethod.Post, $"platform/accounts/{Rig.Channel}/{account}/probe", null);

    /// <summary>Waits for work that the clock has to move.</summary>
    public async Task<T> LetItTakeAsync<T>(Task<T> work)
    {
        for (var step = 0; step < StepsMax && !work.IsCompleted; step++)
        {
            await Task.WhenAny(
                work, Task.Delay(Channel.IsIll ? Breath : LongBreath, TimeProvider.System));
            if (!work.IsCompleted)
            {
                Clock.Advance(Step);
            }
        }

        return await work;
    }

    /// <summary>Waits for what others do on their own threads.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        const int looks = 500;
        for (var look = 0; look < looks; look++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(Breath, TimeProvider.System);
        }

        throw new TimeoutException("What was waited for did not come.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        await Gateway.DisposeAsync();
        await Merchant.DisposeAsync();
        client.Dispose();
    }

    private async Task BeginAsync(TimeSpan skew, string lateSuccess)
    {
        Gateway = await GatewayServer.StartAsync(Clock, Rig.Register);
        Merchant = await MerchantSide.StartAsync(client, Clock);
        Parts = new RigParts(
            skew == default ? Clock : new SkewedClock(Clock, skew), Gateway.Address,
            (name, value) => Gateway.Secrets.Values[name] = value);
        Simulator = await Rig.StartAsync(Parts);
        Channel = new ChannelControl(client, Simulator);
        foreach (var other in (bool[])[false, true])
        {
            var registered = await RegisterAsync(
                other ? "other" : "main", Rig.Account(Parts, Simulator, other));
            registered.Status.ShouldBe(201, registered.ToString());
        }

        await OperateAsync(HttpMethod.Put, $"platform/applications/{MerchantSide.AppId}", new()
        {
            ["name"] = "Tea",
            ["environment"] = "test",
            ["allow_http"] = true,
            ["late_success"] = lateSuccess,
            ["accounts"] = new JsonObject { [Rig.Channel] = new JsonArray("main") },
        });
        await OperateAsync(
            HttpMethod.Put,
            $"platform/applications/{MerchantSide.AppId}/keys/{MerchantSide.KeyId}",
            new() { ["public_key"] = MerchantSide.PublicKey });
    }

    private async Task<Reply> OperateAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Gateway.Address, path))
        {
            Content = new StringContent(
                body?.ToJsonString() ?? "", Encoding.UTF8, "application/json"),
        };
        using var answer = await client.SendAsync(request);
        return new Reply(
            (int)answer.StatusCode,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    private JsonObject Body(string? product, (string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject
        {
            ["out_trade_no"] = $"T-{Interlocked.Increment(ref orders)}",
            ["total_fee"] = Price,
            ["subject"] = "龙井茶",
            ["notify_url"] = Merchant.NotifyUrl.AbsoluteUri,
        };
        if (product is not null)
        {
            body["channel"] = product;
        }

        foreach (var (name, value) in members)
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
