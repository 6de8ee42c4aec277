using System.Text;
using PayFunctions.Channels;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// The same channel's checks of persons on a page. A notification is <c>confirmed NAME CARD</c>.
/// It keeps what it was given, for tests to look at.
/// </summary>
internal sealed class TestIdentityChannel : IIdentityPage, IQueryIdentity, IReceiveIdentity
{
    public const string Product = "test_identity";

    public string Name => TestChannel.ChannelName;

    public IReadOnlyList<ChannelProduct> Products { get; } =
        [new(Product, ProductKind.Identity, "身份", "Identity")];

    /// <summary>What it says to the wish for a check.</summary>
    public IdentityOutcome Checking { get; set; } = new IdentityPageMade("R-1");

    /// <summary>What it says when it is asked.</summary>
    public IdentityOutcome Asked { get; set; } = new IdentityUnknown("nobody came");

    /// <summary>What it was asked to check.</summary>
    public List<IdentityRequest> Requests { get; } = [];

    /// <summary>Whom.</summary>
    public List<Person> People { get; } = [];

    /// <summary>How often it was asked what came of it.</summary>
    public int Questions { get; private set; }

    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    public NotificationReply AcceptIdentity(Uri onward) => new($"taken {onward}");

    public NotificationReply RefuseIdentity(Uri? onward) => new($"not taken {onward}");

    public string? WrongMember(string product, Person person)
        => !person.Has(Person.Name) ? Person.Name
            : person.Reveal(Person.CertificateKind) is "PASSPORT" ? Person.CertificateKind
            : null;

    public Task<IdentityOutcome> CheckAsync(
        IdentityRequest request, Person person, CancellationToken cancellation)
    {
        lock (Requests)
        {
            Requests.Add(request);
            People.Add(person);
        }

        return Task.FromResult(Checking);
    }

    public Task<PageOpening> OpenPageAsync(IdentityPage page, CancellationToken cancellation)
    {
        var address = new Uri($"https://channel.example/verify?{page.Reference}");
        return Task.FromResult<PageOpening>(
            new PageReady(new PageHandover(address, address, [])));
    }

    public Task<IdentityOutcome> QueryAsync(IdentityPage page, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Asked);
    }

    public ValueTask<IdentityReading> ReadIdentityAsync(
        RawNotification notification, CancellationToken cancellation)
        => new(Encoding.UTF8.GetString(notification.Body.Span).Split(' ') switch
        {
            ["confirmed", var name] => new GenuineIdentity(
                name, new Dictionary<string, string>(StringComparer.Ordinal)),
            ["confirmed", var name, var card] => new GenuineIdentity(
                name,
                new Dictionary<string, string>(StringComparer.Ordinal) { [Person.CardNo] = card }),
            ["other"] => new UninterestingIdentity("no success"),
            _ => new IdentityNotAccepted(NotificationRefusal.SignatureWrong),
        });
}
