using PayFunctions.Channels;
using PayFunctions.KCodes;
using PayFunctions.Orders;
using PayFunctions.Refunds;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// What merchant and payer do with a card and codes. The merchant repeats each call under its
/// number when it gets no answer, and asks for more only when it is told to.
/// </summary>
internal sealed class KCodeScenario(SimWorld world)
{
    private const string AppId = Durable.Reviving;
    private const string Number = "K-1";
    private const string WrongCode = "654321";

    /// <summary>The order.</summary>
    public OrderId Id { get; } = OrderId.Of(AppId, Number);

    private Durable Durable => world.Durable;

    private static PaymentTerms Terms(Uri notifyUrl) => new(
        Money.OfFen(100), "Tea", Body: null, Attach: null, notifyUrl.OriginalString,
        ReturnUrl: null, CodeChannel.Product, TimeSpan.FromHours(2));

    /// <summary>
    /// The payer gets a code. Where nobody knows that, the merchant asks for another one, and names
    /// the card again where the bank never heard of it.
    /// </summary>
    public async Task SendAsync(string number = "C-1")
    {
        var result = await AskAsync(g => g.SendKCodeAsync(
            AppId, Number, Terms(Durable.NotifyUrl), number, Card()));
        if (result is KCodeKnown known
            && KCodeRules.FindOpen(known.Order)?.KCode?.State == KCodeState.Asked)
        {
            await WaitAsync(KCodeRules.SendEvery);
            result = await AskAsync(g => g.ResendKCodeAsync(AppId, Id, $"{number}-again"));
        }

        if (result is KCodeDenied)
        {
            await SendAsync($"{number}-anew");
        }
    }

    /// <summary>
    /// The payer enters the right code, again where it was not taken; the merchant names the card
    /// again where the bank says that it never heard of it.
    /// </summary>
    public async Task PayAsync(string number = "P-1")
    {
        switch (await EnterAsync(number, right: true))
        {
            case KCodeNotTaken:
                await PayAsync($"{number}-again");
                break;
            case KCodeKnown { Order.State: OrderState.PayError }:
                await SendAsync($"{number}-card");
                await PayAsync($"{number}-anew");
                break;
            default:
                break;
        }
    }

    /// <summary>The payer enters a wrong code.</summary>
    public Task MistakeAsync(string number) => EnterAsync(number, right: false);

    /// <summary>The same call, until somebody knows what became of it.</summary>
    private async Task<KCodeResult> EnterAsync(string number, bool right)
    {
        const int patience = 10;
        KCodeResult result = new KCodeNotTaken();
        for (var i = 0; i < patience; i++)
        {
            result = await AskAsync(g => g.PayByKCodeAsync(AppId, Id, number, Proof(right)));
            if (result is not (KCodeKnown { Order.State: OrderState.UserPaying }
                or KCodeForbidden { Why: OrderRefusal.AttemptOpen }))
            {
                return result;
            }

            await WaitAsync(TimeSpan.FromMinutes(2));
        }

        return result;
    }

    /// <summary>In the middle of another call; with the process, this one dies too.</summary>
    public Task PayOnceAsync(string number)
        => world.Gateway.PayByKCodeAsync(AppId, Id, number, Proof(right: true));

    /// <summary>The merchant refunds.</summary>
    public Task RefundAsync(long fen)
        => world.InsistAsync(async g => (await g.RefundAsync(
            AppId, Id, new RequestRefund("R-1", Money.OfFen(fen), "broken")))
            .ShouldBeOfType<RefundKnown>());

    /// <summary>Somebody does that just before an effect, once.</summary>
    public void Meanwhile(string seam, Func<Task> act) => Durable.Door.Meanwhile.Add(seam, act);

    /// <summary>The next answer of that seam is lost.</summary>
    public void Lose(string seam) => Durable.Door.Lost.Add(seam);

    /// <summary>Time passes, all of it; everything due happens.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var end = Durable.Clock.GetUtcNow() + time;
        await world.RunUntilAsync(end);
        Durable.Clock.CatchUpWith(end);
    }

    private async Task<KCodeResult> AskAsync(
        Func<Gateway, Task<KCodeResult>> call)
    {
        KCodeResult? result = null;
        await world.InsistAsync(async g => result = await call(g));
        return result.ShouldNotBeNull();
    }

    private static KCodeCard Card() => KCodeCard.Of("6228480000000000001", "8888")!;

    private static KCodeProof Proof(bool right)
        => KCodeProof.Of(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [KCodeProof.Code] = right ? CodeDesk.RightCode : WrongCode,
        }).Proof!;
}
