using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// Opens requests and sends answers, spoiling both as ordered. Between the two, the channel asks
/// its <see cref="RequestFaults"/> about what only it can spoil: <see cref="Fault.Busy"/> (by
/// <see cref="RequestFaults.WorkOrBusy{T}"/>), <see cref="Fault.UnsignedError"/> and
/// <see cref="Fault.WrongAnswerSignature"/>.
/// </summary>
internal sealed class AnswerDesk(FaultPlan faults, TimeProvider time)
{
    /// <summary>How long an oversized answer is at least, in bytes.</summary>
    public const int OversizedLength = (2 * 1024 * 1024) + 1;

    private const int BlanksAtOnce = 64 * 1024;

    /// <summary>
    /// Waits where the answer shall be slow. Null where the request is answered already: by
    /// HTTP 500 as ordered, or by 400 where its fault header makes no sense.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="operation">The channel's name for what is asked, such as a method.</param>
    public async Task<RequestFaults?> OpenAsync(HttpContext http, string operation)
    {
        var header = http.Request.Headers[Fault.Header].ToString();
        var own = header.Length > 0 ? FaultOrder.Parse(header) : null;
        if (header.Length > 0 && (own is null || !ConcernsAnswers(own)))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(
                $"{Fault.Header} is kind or kind;seconds=20;done, for a kind about answers.",
                http.RequestAborted);
            return null;
        }

        var met = new RequestFaults(faults, operation, own);
        if (met.Take(Fault.Slow) is { } slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(slow.Seconds), time, http.RequestAborted);
        }

        if (met.Take(Fault.Http500) is { } trouble)
        {
            met.EndsInHttp500 = trouble.Done;
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return trouble.Done ? met : null;
        }

        return met;
    }

    /// <summary>Sends an answer, or what a fault makes of it.</summary>
    public static async Task SendAsync(HttpContext http, RequestFaults met, WireAnswer answer)
    {
        if (met.EndsInHttp500)
        {
            return;
        }

        if (met.Meets(Fault.LostAnswer))
        {
            http.Abort();
            return;
        }

        var response = http.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.Status is StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentType = answer.ContentType;
        if (met.Meets(Fault.OversizedAnswer))
        {
            await WriteOversizedAsync(http, answer.Body);
            return;
        }

        response.ContentLength = answer.Body.Length;
        var cut = met.Meets(Fault.CutAnswer);
        var length = cut ? answer.Body.Length / 2 : answer.Body.Length;
        await response.Body.WriteAsync(answer.Body.AsMemory(0, length), http.RequestAborted);
        if (cut)
        {
            await response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
        }
    }

    private bool ConcernsAnswers(FaultOrder order)
        => faults.IsSound(order)
            && !Fault.OfNotifications.Contains(order.Kind, StringComparer.Ordinal);

    private static async Task WriteOversizedAsync(HttpContext http, byte[] body)
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', BlanksAtOnce));
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
        for (var written = body.Length; written < OversizedLength; written += BlanksAtOnce)
        {
            await http.Response.Body.WriteAsync(blanks, http.RequestAborted);
        }
    }
}
