namespace PayFunctions.Tests.Conformance;

/// <summary>What a payer does whose code is charged.</summary>
public enum TillBehaviour
{
    /// <summary>Nothing needs to be confirmed.</summary>
    PaysAtOnce,

    /// <summary>Has to confirm, and does so when told.</summary>
    HasToConfirm,

    /// <summary>Has no money.</summary>
    IsDeclined,
}
