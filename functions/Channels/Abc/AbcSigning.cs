using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's word that an agreement was signed or ended; a question may have to say the same.
/// </summary>
/// <param name="Number">Our number of the signing.</param>
/// <param name="AgreementNo">The bank's number of the agreement.</param>
/// <param name="Outcome">What it says.</param>
internal sealed record AbcSigning(
    ChannelOrderNo Number, string AgreementNo, ChannelOutcome Outcome) : NotificationReading
{
    /// <summary>The same, believed as it is.</summary>
    public Genuine Plain => new(Number, Outcome);
}
