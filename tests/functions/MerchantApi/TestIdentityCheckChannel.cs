using PayFunctions.Channels;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>The same channel's checks of persons without a page.</summary>
internal sealed class TestIdentityCheckChannel : ICheckIdentity
{
    public const string Product = "test_identity_check";

    public string Name => TestChannel.ChannelName;

    public IReadOnlyList<ChannelProduct> Products { get; } =
        [new(Product, ProductKind.Identity, "身份核对", "Identity at once")];

    /// <summary>What it says.</summary>
    public IdentityOutcome Checking { get; set; } = new IdentityConfirmed();

    /// <summary>The numbers it was asked under.</summary>
    public List<string> Numbers { get; } = [];

    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    public string? WrongMember(string product, Person person) => null;

    public Task<IdentityOutcome> CheckAsync(
        IdentityRequest request, Person person, CancellationToken cancellation)
    {
        lock (Numbers)
        {
            Numbers.Add(request.Number.ToString());
        }

        return Task.FromResult(Checking);
    }
}
