using System.Collections.Immutable;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Platform;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>Everything that survives the death of the gateway's process.</summary>
internal sealed class Durable
{
    /// <summary>The application that wants late money to revive its orders.</summary>
    public const string Reviving = "reviving";

    /// <summary>The application that wants late money back at the payer.</summary>
    public const string Refunding = "refunding";

    /// <summary>A world in which nothing has happened.</summary>
    public Durable(KeyFolder keys, MerchantServer server)
    {
        Keys = keys;
        Door = new Seam(Clock);
        Movements = new SimQueue(Clock);
        Notices = new SimQueue(Clock);
        Full = new ChannelTruth(Clock, Habits.Full);
        Bare = new ChannelTruth(Clock, Habits.Bare);
        Merchant = new Merchant(Clock, keys.PublicKey);
        NotifyUrl = server.Admit(Merchant);
    }

    public ManualTimeProvider Clock { get; } = new();

    public Seam Door { get; }

    public KeyFolder Keys { get; }

    public MemoryOrderStore Orders { get; } = new();

    public MemoryJournalStore Journal { get; } = new();

    public MemoryOrderListStore List { get; } = new();

    public MemoryApplicationStore Applications { get; } = MemoryApplicationStore.With(
        App(Reviving, LateSuccess.Revive, "default"),
        App(Refunding, LateSuccess.Refund, "tenpay"));

    public MemoryAccountStore Accounts { get; } = MemoryAccountStore.With(
        TestAccounts.Of(Habits.Full.Name), TestAccounts.Of(Habits.Bare.Name));

    public MemoryRefundNumberStore RefundNumbers { get; } = new();

    public SimQueue Movements { get; }

    public SimQueue Notices { get; }

    public DeadLetters DeadLetters { get; } = new();

    public Alarms Alarms { get; } = new();

    public ChannelTruth Full { get; }

    public ChannelTruth Bare { get; }

    public IReadOnlyList<ChannelTruth> Channels => [Full, Bare];

    public IEnumerable<Trade> Trades => Full.Trades.Concat(Bare.Trades);

    public IEnumerable<Letter> Letters => Full.Letters.Concat(Bare.Letters);

    public Merchant Merchant { get; }

    public Uri NotifyUrl { get; }

    /// <summary>The books in which a trade is.</summary>
    public ChannelTruth ChannelOf(Trade trade) => Channels.Single(c => c.Trades.Contains(trade));

    private static Application App(string id, LateSuccess late, string schedule) => new()
    {
        AppId = id,
        Name = id,
        NotifySchedule = schedule,
        AllowHttp = true,
        LateSuccess = late,
        Accounts = ImmutableSortedDictionary
            .Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
            .Add(Habits.Full.Name, [SimChannel.AccountName])
            .Add(Habits.Bare.Name, [SimChannel.AccountName]),
    };
}
