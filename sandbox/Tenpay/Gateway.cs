using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>The addresses that answer in XML.</summary>
internal sealed class Gateway(Merchants merchants, AnswerDesk desk)
{
    /// <summary>Checks a request, has it answered and sends the answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="operation">Its name, for faults.</param>
    /// <param name="answer">What is answered to a merchant whose signature fits.</param>
    public async Task AnswerAsync(
        HttpContext http, string operation, Func<HttpContext, Request, Merchant, Answer> answer)
    {
        if (await desk.OpenAsync(http, operation) is not { } met)
        {
            return;
        }

        var (request, error) = await Request.ReadAsync(http.Request, http.RequestAborted);
        Merchant? merchant = null;
        if (request is not null)
        {
            (merchant, error) = RequestRules.Check(request, merchants);
        }

        var said = error is not null || merchant is null
            ? Answer.Refused(error ?? Retcode.Other)
            : met.WorkOrBusy(
                () => answer(http, request!, merchant),
                static () => Answer.Refused(Retcode.Busy));
        var wire = (met.Meets(Fault.UnsignedError) ? Answer.Refused(Retcode.Other) : said).Write(
            request, merchant, spoilt: met.Meets(Fault.WrongAnswerSignature));
        await AnswerDesk.SendAsync(http, met, wire);
    }
}
