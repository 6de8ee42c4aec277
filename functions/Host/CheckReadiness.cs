using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PayFunctions.Keys;
using PayFunctions.Storage;

namespace PayFunctions.Host;

/// <summary>Asks storage and vault whether they answer.</summary>
internal sealed class CheckReadiness(
    StorageReadiness storage, KeyRing keys, IOptions<KeysOptions> options)
{
    /// <summary>Asks both.</summary>
    public async Task<IResult> RunAsync(HttpRequest request, CancellationToken cancellation)
        => HealthAnswer.Ready(
            request,
            await storage.AnswersAsync(cancellation),
            await VaultAnswersAsync(cancellation));

    private async Task<bool> VaultAnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await keys.CurrentAsync(options.Value.SigningKey, cancellation);
            return true;
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            return false;
        }
    }
}
