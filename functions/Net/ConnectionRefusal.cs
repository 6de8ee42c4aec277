using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Net;

/// <summary>Carries a named outcome through the HTTP handler, which knows only exceptions.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1032:Implement standard exception constructors",
    Justification = "Thrown in one place, caught in one; without an outcome it says nothing.")]
internal sealed class ConnectionRefusal(
    DeliveryOutcome outcome, AddressVerdict? address = null) : IOException
{
    public DeliveryOutcome Outcome => outcome;

    public AddressVerdict? Address => address;
}
