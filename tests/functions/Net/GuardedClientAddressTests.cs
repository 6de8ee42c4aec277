using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class GuardedClientAddressTests
{
    [Fact]
    public async Task A_name_is_resolved_once_and_called_where_it_was_checked()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        await using var hidden = await LoopbackServer.StartAsync(
            A.Answer("secret"), "127.0.0.2", shop.Port);
        var names = new ScriptedNames(["127.0.0.1"], ["127.0.0.2"]);
        using var client = A.Client(names);

        var result = await client.PostAsync(shop.Url("rebind.example.com"));

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
        result.Text().ShouldBe("success");
        names.Asked.ShouldBe(1);
        hidden.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_moves_is_checked_again_with_the_next_connection()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        await using var hidden = await LoopbackServer.StartAsync(
            A.Answer("secret"), "127.0.0.2", shop.Port);
        var names = new ScriptedNames(["127.0.0.1"], ["127.0.0.2"]);
        using var client = A.Client(
            names, new NetOptions { ConnectionLifetime = TimeSpan.Zero });

        var first = await client.PostAsync(shop.Url("rebind.example.com"));
        var second = await client.PostAsync(shop.Url("rebind.example.com"));

        first.Outcome.ShouldBe(DeliveryOutcome.Answered);
        second.Outcome.ShouldBe(DeliveryOutcome.Refused);
        second.AddressVerdict.ShouldBe(AddressVerdict.Loopback);
        names.Asked.ShouldBe(2);
        hidden.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_is_kept_with_the_address_it_was_checked_for()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        var names = new ScriptedNames(["127.0.0.1"], ["127.0.0.2"]);
        using var client = A.Client(names);

        await client.PostAsync(shop.Url("shop.example.com"));
        var second = await client.PostAsync(shop.Url("shop.example.com"));

        second.Outcome.ShouldBe(DeliveryOutcome.Answered);
        names.Asked.ShouldBe(1);
    }

    [Theory]
    [InlineData("127.0.0.1", "10.0.0.1", AddressVerdict.Private)]
    [InlineData("10.0.0.1", "127.0.0.1", AddressVerdict.Private)]
    [InlineData("127.0.0.1", "127.0.0.2", AddressVerdict.Loopback)]
    [InlineData("127.0.0.1", "169.254.169.254", AddressVerdict.CloudPlatform)]
    [InlineData("127.0.0.1", "::1", AddressVerdict.Loopback)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("127.0.0.1", "64:ff9b::a00:1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("127.0.0.1", "fe80::1", AddressVerdict.LinkLocal)]
    [InlineData("127.0.0.1", "100.64.0.1", AddressVerdict.CarrierNat)]
    [InlineData("127.0.0.1", "0.0.0.0", AddressVerdict.Unspecified)]
    public async Task One_refused_address_refuses_the_whole_name(
        string one, string other, object expected)
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        using var client = A.Client(new ScriptedNames([one, other]));

        var result = await client.PostAsync(shop.Url("shop.example.com"));

        result.Outcome.ShouldBe(DeliveryOutcome.Refused);
        result.AddressVerdict.ShouldBe(expected);
        result.UrlVerdict.ShouldBeNull();
        result.Sentence.ShouldContain(expected.ToString()!);
        shop.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_local_name_is_called_where_the_list_opens_its_addresses()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]));

        var result = await client.PostAsync(shop.Url("localhost"));

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
    }

    [Fact]
    public async Task An_address_needs_no_name()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
    }

    [Fact]
    public async Task A_second_address_is_tried_when_the_first_takes_no_connection()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"), "127.0.0.2");
        var options = Microsoft.Extensions.Options.Options.Create(new NetOptions());
        using var client = new GuardedClient(
            options,
            NetworkList.Parse(["127.0.0.0/8"])!,
            new ScriptedNames(["127.0.0.1", "127.0.0.2"]),
            new HostCircuits(options, TimeProvider.System),
            TimeProvider.System);

        var result = await client.PostAsync(shop.Url("shop.example.com"));

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
    }

    [Fact]
    public async Task A_name_without_an_address_is_not_found()
    {
        using var unknown = A.Client(new NoNames());
        using var empty = A.Client(new ScriptedNames([[]]));
        var url = new Uri("https://shop.example.com/");

        (await unknown.PostAsync(url)).Outcome.ShouldBe(DeliveryOutcome.DnsFailed);
        (await empty.PostAsync(url)).Outcome.ShouldBe(DeliveryOutcome.DnsFailed);
    }

    [Fact]
    public async Task A_name_with_too_many_addresses_is_not_called()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        var most = Enumerable.Repeat("127.0.0.1", GuardedConnection.AddressesMax).ToArray();
        using var full = A.Client(new ScriptedNames(most));
        using var over = A.Client(new ScriptedNames([.. most, "127.0.0.1"]));

        var taken = await full.PostAsync(shop.Url("shop.example.com"));
        var refused = await over.PostAsync(shop.Url("shop.example.com"));

        taken.Outcome.ShouldBe(DeliveryOutcome.Answered);
        refused.Outcome.ShouldBe(DeliveryOutcome.DnsFailed);
    }

    [Theory]
    [InlineData("https://10.0.0.1/", UrlVerdict.AddressRefused)]
    [InlineData("https://2130706433/", UrlVerdict.HostNumeric)]
    [InlineData("https://user@shop.example.com/", UrlVerdict.HasUserInfo)]
    [InlineData("ftp://shop.example.com/", UrlVerdict.SchemeRefused)]
    [InlineData("http://shop.example.com/", UrlVerdict.HttpNotAllowed)]
    public async Task A_url_is_checked_again_before_it_is_called(string text, object expected)
    {
        var names = new ScriptedNames(["127.0.0.1"]);
        using var client = A.Client(names);

        var result = await client.PostFormAsync(
            new Uri(text), A.Form, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(DeliveryOutcome.Refused);
        result.UrlVerdict.ShouldBe(expected);
        result.Sentence.ShouldBe(result.UrlVerdict!.Value.Sentence());
        names.Asked.ShouldBe(0);
    }
}
