using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Hands out bills: yesterday's from seven in the morning on, and older ones.</summary>
internal sealed class BillDesk(
    Merchants merchants, TradeBook book, AnswerDesk desk, TimeProvider time)
{
    private const string Operation = "mchdown_real_new";
    private const string Pattern = "yyyy-MM-dd";
    private const string NotYet = "03020003:该日对账单尚未生成";
    private const string NotYetYesterday = "03020120:昨日对账单未生成或没有符合条件的交易";
    private const string Nothing = "03020123:对账单文件不存在或没有符合条件的交易";

    private static readonly string[] Names =
        ["spid", "trans_time", "stamp", "cft_signtype", "mchtype"];

    private static readonly TimeSpan Opens = TimeSpan.FromHours(7);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        if (await desk.OpenAsync(http, Operation) is not { } met)
        {
            return;
        }

        var (request, error) = await Request.ReadAsync(http.Request, http.RequestAborted);
        var text = request is null ? Failure(error!.ToString()) : Answer(request);
        await AnswerDesk.SendAsync(
            http, met, new WireAnswer(Charset.Gbk.GetBytes(text), "text/html;charset=GBK"));
    }

    private string Answer(Request request)
    {
        if (merchants.FindPartner(request["spid"]) is not { } merchant)
        {
            return Failure(Retcode.NoMerchant.ToString());
        }

        if (!IsSigned(request, merchant))
        {
            return Failure(Retcode.WrongSignature.ToString());
        }

        var kind = request["mchtype"] is { Length: > 0 } given ? given : Bill.Whole;
        return BeijingTime.Parse(request["trans_time"], Pattern) is not { } day
            || kind is not (Bill.Whole or Bill.Payments or Bill.Refunds)
                ? Failure(Retcode.Wrong("trans_time").ToString())
                : Early(day, time.GetUtcNow()) is { } early
                    ? Failure(early)
                    : Bill.Write(
                        book.All().Where(t => t.Order.Merchant.Is(merchant)), day, kind)
                        ?? Failure(Nothing);
    }

    /// <summary>In the documented order, and in lower case.</summary>
    private static bool IsSigned(Request request, Merchant merchant)
        => string.Equals(
            request["sign"],
            Md5Text.SignInOrder(
                Names.Select(n => KeyValuePair.Create(n, request[n])), merchant.Registered.Key),
            StringComparison.Ordinal);

    private static string? Early(DateTimeOffset day, DateTimeOffset now)
    {
        var tomorrow = BeijingTime.Midnight(day);
        return now < tomorrow ? NotYet
            : now < tomorrow + Opens ? NotYetYesterday
            : null;
    }

    private static string Failure(string what)
        => new StringBuilder("<html><body>")
            .Append(PageFrame.Html(what)).Append("</body></html>").ToString();
}
