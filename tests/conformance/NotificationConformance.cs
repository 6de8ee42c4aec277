using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What a channel's notifications may and may not do.</summary>
public abstract class NotificationConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public async Task Equal_notifications_move_the_order_once(int times)
    {
        var (id, message) = await CaptureAsync();

        var taken = await Task.WhenAll(
            Enumerable.Range(0, times).Select(_ => World.TellAsync(message)));
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));

        taken.ShouldAllBe(static t => t);
        var order = await World.StoredAsync(id);
        order.State.ShouldBe(OrderState.Success);
        order.Version.ShouldBe(3);
        World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_that_was_damaged_on_the_way_moves_anything()
    {
        var (id, message) = await CaptureAsync();
        var version = (await World.StoredAsync(id)).Version;
        var damages = World.Rig.Damages(message.Parameters).ToList();
        damages.Count.ShouldBeGreaterThan(8);

        foreach (var (name, parameters) in damages)
        {
            (await World.TellAsync(message.With(parameters))).ShouldBeFalse(name);
            (await World.StoredAsync(id)).Version.ShouldBe(version, name);
        }

        (await World.TellAsync(message)).ShouldBeTrue("the genuine one");
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task A_genuine_signature_does_not_make_another_amount_right()
        => await RefuseAsync(number => new ForgedSuccess(number, ConformanceWorld.Price - 1));

    [Fact]
    public async Task A_genuine_signature_does_not_make_another_identity_right()
        => await RefuseAsync(
            number => new ForgedSuccess(number, ConformanceWorld.Price, OtherIdentity: true));

    [Fact]
    public async Task A_genuine_signature_does_not_make_an_order_that_never_was()
        => await RefuseAsync(static _ => new ForgedSuccess(
            $"{new string('Z', OrderId.Length)}01", ConformanceWorld.Price));

    [Fact]
    public async Task A_genuine_signature_does_not_make_an_attempt_that_never_was()
        => await RefuseAsync(number => new ForgedSuccess(
            number[..OrderId.Length] + "07", ConformanceWorld.Price));

    [Fact]
    public async Task A_notification_moves_nothing_at_another_account()
    {
        var (id, message) = await CaptureAsync();

        (await World.TellAsync(message, account: "other")).ShouldBeFalse();
        (await World.TellAsync(message, account: "nobody")).ShouldBeFalse();

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task A_wrongly_signed_notification_is_refused_and_comes_right_again()
    {
        var id = await World.OpenAsync();
        await World.Channel.FaultAsync("wrong_signature");

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            () => Task.FromResult(World.Gateway.Log.Alarms.Any()));
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.UserPaying);
        (await World.Channel.NotifyAsync(NumberOf(id))).ShouldBeTrue();

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task A_notification_that_comes_twice_at_once_counts_once()
    {
        var id = await World.OpenAsync();
        await World.Channel.FaultAsync("double_notification");

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).State == OrderState.Success);
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));

        World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem();
    }

    /// <summary>A paid order whose notification was lost, and that notification.</summary>
    private async Task<(string Id, ChannelMessage Message)> CaptureAsync()
    {
        var id = await World.OpenAsync();
        await World.Channel.FaultAsync("lost_notification");
        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        ChannelMessage? message = null;
        await ConformanceWorld.UntilAsync(async () =>
        {
            message = (await World.Channel.ShowAsync(NumberOf(id))).Notification;
            return message is not null;
        });
        return (id, message!);
    }

    private async Task RefuseAsync(Func<string, ForgedSuccess> forge)
    {
        var id = await World.OpenAsync();
        var before = await World.StoredAsync(id);

        var taken = await World.TellAsync(
            World.Rig.Forge(World.Parts, forge(NumberOf(id))));

        taken.ShouldBeFalse();
        (await World.StoredAsync(id)).Version.ShouldBe(before.Version);
        World.Gateway.Log.Lines.ShouldContain(static l => IsTold(l));
    }

    /// <summary>An alarm; or, where the channel's second proof says otherwise, a warning.</summary>
    private static bool IsTold(string line)
        => line.StartsWith("ALARM", StringComparison.Ordinal)
            || line.Contains("could not be proved", StringComparison.Ordinal);
}
