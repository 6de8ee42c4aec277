using Azure;
using PayFunctions.Channels;
using PayFunctions.Identity;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.MerchantApi;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Identity;

/// <summary>A check that is cut off between any two lines ends as if it had not been.</summary>
public sealed class CutIdentityTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public async Task The_same_call_ends_it_wherever_it_was_cut(int write, bool isWritten)
    {
        var store = new CutStore();
        var gateway = new TestGateway { StoreOfVerifications = store };
        gateway.IdentityChecks.Checking = new IdentityConfirmed();
        (string, string?)[] atOnce =
        [
            ("channel", $"\"{TestIdentityCheckChannel.Product}\""), ("return_url", null),
        ];
        store.CutAt(write, isWritten);

        var cut = await gateway.VerifyAsync(atOnce);
        gateway.Clock.Advance(VerificationRules.AskFor);
        var again = await gateway.VerifyAsync(atOnce);

        cut.Status.ShouldBe(503);
        again["verify_state"].ShouldBe("PASSED");
        store.Inner.All.ShouldHaveSingleItem().State.ShouldBe(VerificationState.Passed);
    }

    private sealed class CutStore : IVerificationStore
    {
        private int writes;
        private int cutAt;
        private bool isWritten;

        public MemoryVerificationStore Inner { get; } = new();

        public void CutAt(int write, bool written) => (cutAt, isWritten) = (write, written);

        public Task<StoredVerification?> FindAsync(
            OrderId id, CancellationToken cancellation) => Inner.FindAsync(id, cancellation);

        public Task<CommitVerdict> SaveAsync(
            Verification verification, string? replacesETag, CancellationToken cancellation)
            => CutAsync(() => Inner.SaveAsync(verification, replacesETag, cancellation));

        public Task<StoredRate?> FindRateAsync(string appId, CancellationToken cancellation)
            => Inner.FindRateAsync(appId, cancellation);

        public Task<CommitVerdict> SaveRateAsync(
            string appId, IdentityRate rate, string? replacesETag,
            CancellationToken cancellation)
            => CutAsync(() => Inner.SaveRateAsync(appId, rate, replacesETag, cancellation));

        private async Task<CommitVerdict> CutAsync(Func<Task<CommitVerdict>> write)
        {
            if (++writes != cutAt)
            {
                return await write();
            }

            if (isWritten)
            {
                await write();
            }

            throw new RequestFailedException(503, "Cut.");
        }
    }
}
