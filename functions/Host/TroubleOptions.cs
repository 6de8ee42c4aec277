using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayFunctions.Host;

/// <summary>Settings under <c>Trouble</c>: what is done about trouble that passes.</summary>
internal sealed class TroubleOptions
{
    /// <summary>
    /// How long a message rests when storage, vault or order gave nothing now; then it is tried
    /// again, however often that takes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Checks <see cref="TroubleOptions"/> at the start.</summary>
[OptionsValidator]
internal sealed partial class TroubleOptionsValidator : IValidateOptions<TroubleOptions>;
