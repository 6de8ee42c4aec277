using PayFunctions.Sdk;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Shop;

/// <summary>A form that was sent to one of the counters, and how it is answered.</summary>
/// <param name="Http">The call.</param>
/// <param name="Text">The words.</param>
/// <param name="Fields">What was entered.</param>
internal sealed record CounterForm(HttpContext Http, ShopText Text, IFormCollection Fields)
{
    /// <summary>Reads a form and has it answered; what the SDK does not take is said.</summary>
    public static async Task HandleAsync(HttpContext http, Func<CounterForm, Task> handle)
    {
        var form = new CounterForm(
            http, ShopText.For(http.Request),
            await http.Request.ReadFormAsync(http.RequestAborted));
        try
        {
            await handle(form);
        }
        catch (PayRequestException wrong)
        {
            await ShopPage.WriteAsync(
                http,
                ShopPage.Trouble(form.Text, ShopPage.Html(wrong.Message), string.Empty),
                StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The number that the form was made with.</summary>
    public string Number => Fields["number"].ToString();

    /// <summary>An amount in yuan as fen; null where it is none.</summary>
    public long? Fen(string name) => Yuan.Parse(Fields[name].ToString().Trim());

    /// <summary>What was entered; null where that is nothing.</summary>
    public string? Given(string name)
        => Fields[name].ToString().Trim() is { Length: > 0 } given ? given : null;

    /// <summary>Goes on to a page if the gateway did it, or says why it did not.</summary>
    public Task AnswerAsync(PayProblem? problem, string path)
    {
        if (problem is null)
        {
            ShopPage.GoTo(Http, path);
            return Task.CompletedTask;
        }

        return ShopPage.WriteAsync(
            Http, ShopPage.Trouble(Text, ShopPage.Sentence(Text, problem), string.Empty),
            StatusCodes.Status409Conflict);
    }
}
