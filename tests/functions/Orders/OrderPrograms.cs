using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

/// <summary>Orders to which anything at all is said, in any order.</summary>
internal static class OrderPrograms
{
    private const int Sequences = 400;
    private const int Steps = 40;

    private static readonly FeeTerms Fee = new(300, OnRefund: FeeOnRefund.Return);

    private static readonly Gen<int[]> Programs = Gen.Choose(0, 999_999).ArrayOf(Steps);

    /// <summary>Checks each step of many random sequences.</summary>
    /// <param name="check">The order before, what was said, and what came of it.</param>
    public static void ForAnySequence(
        Action<Order, (OrderCommand Command, DateTimeOffset At), OrderDecision> check)
    {
        ForAny(static late => An.Order(late), Command, check);
        ForAnyKCode(check);
    }

    /// <summary>The same of orders that hold an amount.</summary>
    public static void ForAnyHold(
        Action<Order, (OrderCommand Command, DateTimeOffset At), OrderDecision> check)
        => ForAny(
            static late => An.Moved(null, An.Create(An.HoldTerms(), late), An.Noon),
            CommandOfHold, check);

    /// <summary>The same of orders that are paid by card and code.</summary>
    public static void ForAnyKCode(
        Action<Order, (OrderCommand Command, DateTimeOffset At), OrderDecision> check)
        => ForAny(static late => An.Order(late), CommandOfKCode, check);

    /// <summary>The same of agreements.</summary>
    public static void ForAnyAgreement(
        Action<Order, (OrderCommand Command, DateTimeOffset At), OrderDecision> check)
        => ForAny(
            static late => An.Moved(null, An.Create(An.AgreementTerms(), late), An.Noon),
            static (order, step) => step % 3 == 0
                ? Command(order, step / 3)
                : AgreementCommand(step / 3),
            check);

    private static void ForAny(
        Func<LateSuccess, Order> make, Func<Order, int, OrderCommand> say,
        Action<Order, (OrderCommand Command, DateTimeOffset At), OrderDecision> check)
        => Prop.ForAll(Programs.ToArbitrary(), program =>
        {
            var late = program.FirstOrDefault() % 2 == 0 ? LateSuccess.Revive : LateSuccess.Refund;
            var order = make(late);
            var now = An.Noon;
            foreach (var step in program)
            {
                now += TimeSpan.FromSeconds(step / 7 % 300);
                var command = say(order, step);
                var decision = OrderRules.Decide(order, command, now);
                check(order, (command, now), decision);
                order = decision is Moved moved ? moved.Order : order;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    /// <summary>The last two digits choose the command, the others what it is about.</summary>
    public static OrderCommand Command(Order order, int step)
    {
        var attempt = 1 + (step / 100 % 3);
        int[] open = [.. order.OpenAttempts().Select(static a => a.Number)];
        return (step % 100) switch
        {
            < 6 => new OpenAttempt(
                step / 100 % 2 == 0 ? An.Product : "alipay_wap", An.Account,
                step / 200 % 2 == 0 ? null : Fee),
            < 12 => An.Charge($"code{attempt}"),
            < 24 => An.Success(attempt, trade: $"T{attempt}"),
            < 28 => new Decline(attempt, An.Account),
            < 32 => new Undecided(attempt),
            < 35 => An.Revoke(attempt: attempt),
            < 40 => An.Revoke(An.GivenBack($"T{attempt}"), attempt),
            < 80 => RefundCommand(step),
            80 or 81 => new Expire([.. open]),
            82 or 83 => new Close([.. open]),
            84 or 85 => new Close([], [.. open]),
            86 => new CancelOrder(),
            87 => new Close([]),
            88 => new Expire([]),
            89 => new ShowCode(attempt, "https://code.example/1"),
            90 => An.Success(attempt, fen: 99),
            91 => An.Success(attempt, account: "other"),
            92 => new Decline(attempt, "other"),
            93 => An.Success(attempt, trade: "T9"),
            94 or 95 => new BeginCancel(attempt),
            96 => new DropCancel(attempt),
            97 => HoldCommand(step),
            98 => AgreementCommand(step),
            _ => An.Create(),
        };
    }

    /// <summary>The same for orders that hold: half of what is said is about the hold.</summary>
    public static OrderCommand CommandOfHold(Order order, int step)
        => step % 2 == 0 ? HoldCommand(step / 2) : Command(order, step / 2);

    /// <summary>Three of four things that are said are about cards and codes.</summary>
    public static OrderCommand CommandOfKCode(Order order, int step)
    {
        var number = 1 + (step / 100 % 9);
        var attempt = 1 + (step / 1000 % 3);
        return (step % 16) switch
        {
            0 => An.RequestKCode($"K{number}"),
            1 => new RepeatKCode($"S{number}"),
            2 => new ConfirmKCode(attempt),
            3 => new RefuseKCode(attempt, step / 100 % 2 == 0 ? null : "https://bank.example/"),
            4 or 5 or 6 => new TryKCode($"P{number}"),
            7 or 8 or 9 => new FailKCode(attempt, $"P{number}"),
            10 => new Undecided(attempt, Heard: step / 100 % 2 == 0),
            11 => new Decline(attempt, An.Account),
            _ => Command(order, step / 16),
        };
    }

    private static OrderCommand HoldCommand(int step)
    {
        var number = 1 + (step / 100 % 5);
        var fen = 1 + (step / 1000 % 60);
        return (step % 8) switch
        {
            0 or 1 => An.Capture($"C{number}", fen, final: step % 3 == 0),
            2 => new SettleCapture(number, An.Noon),
            3 => new FailCapture(number),
            4 => new UndecidedCapture(number),
            5 => An.Release($"V{number}", fen),
            6 => An.Release($"V{number}"),
            _ => new ExpireHold(),
        };
    }

    private static OrderCommand AgreementCommand(int step)
    {
        var number = 1 + (step / 100 % 5);
        var fen = 1 + (step / 1000 % 70);
        return (step % 20) switch
        {
            < 3 => new OpenAttempt(An.Agreement, An.Account),
            < 7 => An.Success(fen: 0),
            < 11 => An.Debit($"D{number}", fen),
            11 or 12 => new SettleCapture(number, An.Noon),
            13 or 14 => new FailCapture(number),
            15 => new UndecidedCapture(number),
            16 => step / 100 % 4 == 0 ? new RequestUnsign() : An.Debit($"D{number}", fen),
            17 => step / 100 % 4 == 0 ? An.EndOf() : An.Success(fen: 0),
            18 => new UndecidedUnsign(),
            _ => new ExpireAgreement(),
        };
    }

    private static OrderCommand RefundCommand(int step)
    {
        var refund = 1 + (step / 100 % 5);
        return (step % 4) switch
        {
            0 => An.Refund($"R{refund}", 1 + (step / 1000 % 60)),
            1 => new SettleRefund(refund, "C1", An.Noon),
            2 => new FailRefund(refund, "no money", NeedsHuman: step / 1000 % 3 == 0),
            _ => new UndecidedRefund(refund),
        };
    }
}
