using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>
/// What the suite has to know of a channel: how its simulator is started, which account the
/// operator registers, and what its own words are. Everything else is the same at every channel.
/// </summary>
public abstract class ChannelRig : IAsyncDisposable
{
    /// <summary>The channel's name.</summary>
    public abstract string Channel { get; }

    /// <summary>A product on the channel's page.</summary>
    public abstract string PageProduct { get; }

    /// <summary>Another product that opens a page; null where there is one only.</summary>
    public virtual string? OtherPageProduct => null;

    /// <summary>A product by a code that the payer scans; null where there is none.</summary>
    public virtual string? CodeProduct => null;

    /// <summary>A product by a code that the payer shows; null where there is none.</summary>
    public virtual string? TillProduct => null;

    /// <summary>A product that holds an amount; null where there is none.</summary>
    public virtual string? HoldProduct => null;

    /// <summary>Whether the first capture or release ends a hold.</summary>
    public virtual bool HoldEndsAtOnce => false;

    /// <summary>The channel's name for a capture, for faults.</summary>
    public virtual string CaptureOperation => "";

    /// <summary>The channel's name for a release, for faults.</summary>
    public virtual string ReleaseOperation => "";

    /// <summary>The channel's name for the wish for a code by phone, for faults.</summary>
    public virtual string KCodeSendOperation => "";

    /// <summary>The channel's name for a payment by such a code, for faults.</summary>
    public virtual string KCodePayOperation => "";

    /// <summary>A card whose holder has to sign up first.</summary>
    public virtual string UnsignedCard => "";

    /// <summary>The card's holder signs up on that page.</summary>
    internal virtual Task SignUpAsync(Uri page)
        => throw new NotSupportedException("This channel sends no codes by phone.");

    /// <summary>A product by which an agreement is signed; null where there is none.</summary>
    public virtual string? AgreementProduct => null;

    /// <summary>The channel's name for a debit, for faults.</summary>
    public virtual string DebitOperation => "";

    /// <summary>The channel's name for a question about a debit, for faults.</summary>
    public virtual string DebitQueryOperation => QueryOperation;

    /// <summary>The channel's name for the end of an agreement, for faults.</summary>
    public virtual string UnsignOperation => "";

    /// <summary>Whether the channel itself is asked before the payer can go to its page.</summary>
    public virtual bool AsksToOpen => false;

    /// <summary>The channel's name for a question about a trade, for faults.</summary>
    public abstract string QueryOperation { get; }

    /// <summary>The channel's name for a refund, for faults.</summary>
    public abstract string RefundOperation { get; }

    /// <summary>
    /// The channel's name for opening a page, for faults; one that is never asked where the
    /// browser carries the request.
    /// </summary>
    public string PageOpening => AsksToOpen ? OpenOperation : "nobody-asks-this";

    /// <summary>The channel's name for opening a page or a code, for faults.</summary>
    public virtual string OpenOperation => "";

    /// <summary>The channel's name for charging a payer's code, for faults.</summary>
    public virtual string ChargeOperation => "";

    /// <summary>Whether its bills, if it has any, say what the channel keeps.</summary>
    public virtual bool BillsNameFees => true;

    /// <summary>Registers the channel where the gateway itself does not.</summary>
    internal virtual void Register(IServiceCollection services, IConfiguration configuration)
    {
        // The gateway's own channels register themselves.
    }

    /// <summary>Starts the simulator; its root.</summary>
    internal abstract Task<Uri> StartAsync(RigParts parts);

    /// <summary>
    /// The registration of the account <c>main</c>, or of <c>other</c>: the same keys, another
    /// identity at the channel.
    /// </summary>
    internal abstract JsonObject Account(RigParts parts, Uri simulator, bool other);

    /// <summary>The same registration with a key that is not the channel's.</summary>
    internal abstract JsonObject Estranged(RigParts parts, Uri simulator);

    /// <summary>
    /// A notification of a success, signed with the channel's own key whatever it says. Where the
    /// channel offers a second proof, that one says otherwise.
    /// </summary>
    internal abstract ChannelMessage Forge(RigParts parts, ForgedSuccess success);

    /// <summary>A code that behaves so.</summary>
    public virtual string CodeOf(TillBehaviour behaviour)
        => throw new NotSupportedException("This channel charges no codes.");

    /// <summary>Changes to what a notification says, below what every form has.</summary>
    internal virtual IEnumerable<(string Name, string Parameters)> Damages(string parameters)
        => FormDamage.Of(parameters);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
