using Azure;
using Azure.Core;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class FaultTests : VaultTest
{
    public static TheoryData<string> Passing => ["500", "503", "cut"];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_passing_fault_is_retried_until_the_signature_is_there(string kind)
    {
        var calls = new CallCounter();
        var client = Signer(
            Vault.CreateKey("signer"),
            options => options.AddPolicy(calls, HttpPipelinePosition.PerRetry));
        await client.SignAsync("RS256", Digest());
        var before = calls.Count;
        Vault.Faults.Add(Fault(kind), Fault(kind));

        var signed = await client.SignAsync("RS256", Digest());

        signed.Signature.Length.ShouldBe(256);
        (calls.Count - before).ShouldBe(3);
        Vault.Faults.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Too_many_requests_wait_as_long_as_the_vault_says()
    {
        var client = Signer(Vault.CreateKey("signer"));
        var pause = TimeSpan.FromSeconds(1);
        Vault.Faults.Add(VaultFault.Throttled(pause).On(VaultOperation.Sign));

        await client.SignAsync("RS256", Digest());

        var signing = Vault.Requests.All
            .Where(request => request.Operation == VaultOperation.Sign)
            .ToList();
        signing.Count.ShouldBe(2);
        (signing[1].At - signing[0].At).ShouldBeGreaterThanOrEqualTo(pause * 0.9);
    }

    [Fact]
    public async Task After_the_last_retry_the_fault_is_the_answer()
    {
        var client = Signer(
            Vault.CreateKey("signer"), options => options.Retry.MaxRetries = 2);
        await client.SignAsync("RS256", Digest());
        Vault.Faults.Add(
            VaultFault.Unavailable(), VaultFault.Unavailable(),
            VaultFault.Unavailable(), VaultFault.Unavailable());

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => client.SignAsync("RS256", Digest()));

        refused.Status.ShouldBe(503);
        refused.ErrorCode.ShouldBe("ServiceUnavailable");
        Vault.Faults.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_while_reading_the_key_does_not_make_it_unreadable_for_good()
    {
        var client = Signer(
            Vault.CreateKey("signer"), options => options.Retry.MaxRetries = 0);
        Vault.Faults.Add(VaultFault.ServerError().On(VaultOperation.Get));
        await Should.ThrowAsync<RequestFailedException>(() => client.SignAsync("RS256", Digest()));

        await client.SignAsync("RS256", Digest());

        Vault.Requests.CountOf(VaultOperation.Get).ShouldBe(2);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go_while_the_vault_is_silent()
    {
        var client = Signer(Vault.CreateKey("signer"));
        var silence = VaultFault.Stall().On(VaultOperation.Sign);
        Vault.Faults.Add(silence);
        using var patience = new CancellationTokenSource();

        var signing = client.SignAsync("RS256", Digest(), patience.Token);
        await silence.Struck;
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => signing);
        Vault.Requests.CountOf(VaultOperation.Sign).ShouldBe(1);
    }

    [Fact]
    public async Task A_call_cancelled_beforehand_reaches_nobody()
    {
        var client = Signer(Vault.CreateKey("signer"));

        await Should.ThrowAsync<OperationCanceledException>(
            () => client.SignAsync("RS256", Digest(), new CancellationToken(canceled: true)));

        Vault.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_slow_vault_is_waited_for()
    {
        var client = Signer(Vault.CreateKey("signer"));
        var slow = VaultFault.Slow(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        Vault.Faults.Add(slow.On(VaultOperation.Sign));

        var signed = await client.SignAsync("RS256", Digest());

        signed.Signature.Length.ShouldBe(256);
        Vault.Requests.CountOf(VaultOperation.Sign).ShouldBe(1);
    }

    private static VaultFault Fault(string kind) => kind switch
    {
        "500" => VaultFault.ServerError(),
        "503" => VaultFault.Unavailable(),
        _ => VaultFault.Cut(),
    };
}
