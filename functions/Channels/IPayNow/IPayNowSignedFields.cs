using System.Text;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// Which fields a kind of message leaves out of what is signed. Everything else is signed, in
/// both profiles; <c>version</c> says which of the two rules of a kind holds.
/// </summary>
internal sealed class IPayNowSignedFields
{
    /// <summary>Profile A's WP001 and T001.</summary>
    public static readonly IPayNowSignedFields OldOrder = new(
        Signature, "funcode", "deviceType", "mhtSignType", Signature, "version");

    /// <summary>Profile A's MQ001 and MQ002.</summary>
    public static readonly IPayNowSignedFields OldQuery = new(Signature, "mhtSignType", Signature);

    /// <summary>Profile B's WP001 and MQ002.</summary>
    public static readonly IPayNowSignedFields Order = new(Signature, Signature);

    /// <summary>R001, R002, Q001, Q002.</summary>
    public static readonly IPayNowSignedFields Refund = new(Signature, "signType", Signature);

    /// <summary>What profile A answers and tells, and every answer to the four above.</summary>
    public static readonly IPayNowSignedFields OldSaid = new(Said, "signType", Said);

    /// <summary>What profile B answers to WP001 and MQ002, and tells.</summary>
    public static readonly IPayNowSignedFields NewSaid = new(Said, Said);

    private const string Signature = "mhtSignature";
    private const string Said = "signature";

    private readonly string[] leftOut;
    private readonly byte[][] leftOutBytes;

    private IPayNowSignedFields(string parameter, params string[] leftOut)
    {
        Parameter = parameter;
        this.leftOut = leftOut;
        leftOutBytes = [.. leftOut.Select(Encoding.ASCII.GetBytes)];
    }

    /// <summary>The field that carries the signature.</summary>
    public string Parameter { get; }

    /// <summary>What signs a request of ours.</summary>
    public static IPayNowSignedFields OfRequest(IPayNowProfile profile, string funcode)
        => IPayNowFuncode.IsOfRefunds(funcode) ? Refund
            : profile == IPayNowProfile.B ? Order
            : funcode is IPayNowFuncode.Pay or IPayNowFuncode.OldRefund ? OldOrder
            : OldQuery;

    /// <summary>What signs ipaynow's answer to a request.</summary>
    public static IPayNowSignedFields OfAnswer(IPayNowProfile profile, string funcode)
        => IPayNowFuncode.IsOfRefunds(funcode) ? OldSaid : OfSaid(profile);

    /// <summary>What signs a notification, and most answers.</summary>
    public static IPayNowSignedFields OfSaid(IPayNowProfile profile)
        => profile == IPayNowProfile.B ? NewSaid : OldSaid;

    /// <summary>Whether a field with a value is signed.</summary>
    public bool Covers(string name) => !leftOut.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether a field with a value is signed.</summary>
    public bool Covers(ReadOnlySpan<byte> name)
    {
        foreach (var other in leftOutBytes)
        {
            if (name.SequenceEqual(other))
            {
                return false;
            }
        }

        return true;
    }
}
