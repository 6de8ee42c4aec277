namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// What a simulator supplies so that <see cref="Control"/> can drive it. Every other part of this
/// folder is used by itself; a simulator puts together what it needs.
/// </summary>
/// <remarks>
/// A simulator with all of it, in the order in which <c>StartAsync</c> makes it:
/// <code>
/// var work = new Background();                                // outlives requests
/// var (faults, log) = (new FaultPlan("own_kind"), new NotificationLog());
/// var sender = new NotificationSender(
///     new() { Gaps = …, IsAccepted = static (status, body) => …, Time = time, TimeScale = … },
///     log, faults, work);
/// var checkouts = new CheckoutBook&lt;MyOrder&gt;();              // MyOrder : ICheckoutOrder
/// var page = new PayPage(new PageFrame("财付通沙箱 · Tenpay sandbox", "#a03c00"));
/// var payer = new MyPayer(…);                                 // ICashierDesk&lt;MyOrder&gt;
/// var web = SimulatorHost.Build(port);
/// web.MapPost("/pay.xml", new MyGateway(…, new AnswerDesk(faults, time)).AnswerAsync);
/// new Cashier&lt;MyOrder&gt;(checkouts, payer, page, work, time).Map(web);
/// new Control(new MyChannel(…), sender, log, faults).Map(web);
/// return await SimulatorHost.StartAsync(web, work, cancel, sender, key);
/// </code>
/// A gateway's answer, with every fault of answers:
/// <code>
/// if (await desk.OpenAsync(http, operation) is not { } met) { return; }
/// var answer = met.WorkOrBusy(() => Work(request), () => MyAnswer.Busy);
/// var bytes = met.Meets(Fault.UnsignedError) ? Unsigned(…)
///     : Signed(answer, spoilt: met.Meets(Fault.WrongAnswerSignature));
/// await AnswerDesk.SendAsync(http, met, new WireAnswer(bytes, "text/xml;charset=GBK"));
/// </code>
/// A payment tells the merchant by <c>sender.Start(new Notification(outTradeNo, Write))</c>, where
/// <c>Write(now, spoilt)</c> makes the <see cref="WireMessage"/> of one attempt.
/// Trades are kept by the channel, under a lock, as records; <c>now</c> is read once per act.
/// </remarks>
internal interface ISimulatedChannel
{
    /// <summary>The refusal where there is no such thing as a decline.</summary>
    const string NoDecline = "This channel knows no refusal by the payer's bank.";

    /// <summary>Every trade and every order without one, oldest first.</summary>
    IReadOnlyList<SimulatedTrade> Trades();

    /// <summary>One of them; null where the number is unknown.</summary>
    SimulatedTrade? Find(string outTradeNo);

    /// <summary>The payer pays now.</summary>
    /// <param name="outTradeNo">A number that <see cref="Find"/> knows, as below.</param>
    /// <param name="silent">Whether the merchant shall not be notified.</param>
    /// <returns>Null, or why this cannot be.</returns>
    string? Pay(string outTradeNo, bool silent);

    /// <summary>The payer's bank refuses.</summary>
    /// <returns>Null, or why this cannot be.</returns>
    string? Decline(string outTradeNo) => NoDecline;

    /// <summary>An unpaid trade ends, as its timeout would end it.</summary>
    /// <returns>Null, or why this cannot be.</returns>
    string? Close(string outTradeNo);

    /// <summary>
    /// What there is to tell the merchant about a trade; null where it is nothing, or where the
    /// merchant named no address.
    /// </summary>
    Notification? NotificationOf(string outTradeNo);

    /// <summary>
    /// Where the payer's browser goes after paying; null where it is not paid or goes nowhere.
    /// </summary>
    WireMessage? Return(string outTradeNo);
}
