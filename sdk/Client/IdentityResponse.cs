using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>The check of a person as the gateway knows it now.</summary>
public sealed record IdentityResponse
{
    /// <summary>The gateway's number.</summary>
    public required string VerificationId { get; init; }

    /// <summary>The merchant's own number.</summary>
    public required string OutVerifyNo { get; init; }

    /// <summary>What is known.</summary>
    [JsonConverter(typeof(VerifyStateConverter))]
    public required VerifyState VerifyState { get; init; }

    /// <summary>The product.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel account.</summary>
    public required string Account { get; init; }

    /// <summary>Where to send the person; null unless he is waited for.</summary>
    public Uri? VerifyUrl { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset TimeCreated { get; init; }

    /// <summary>Until when the person may come.</summary>
    public required DateTimeOffset TimeExpire { get; init; }

    /// <summary>When there was a verdict; null until then.</summary>
    public DateTimeOffset? TimeVerified { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>True when it is the person.</summary>
    /// <returns>Whether <see cref="VerifyState"/> is <see cref="VerifyState.Passed"/>.</returns>
    public bool IsPassed() => VerifyState is VerifyState.Passed;
}
