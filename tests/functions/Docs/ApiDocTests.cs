using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Docs;

public sealed class ApiDocTests
{
    private const string Document = "api.md";

    [Fact]
    public void Every_route_is_documented_and_every_documented_route_is_there()
    {
        string[] rows =
        [
            .. HttpRoute.All
                .OrderBy(static r => r.Path, StringComparer.Ordinal)
                .ThenBy(static r => r.Methods[0], StringComparer.Ordinal)
                .Select(static r => MarkdownTable.Row(
                    string.Join(", ", r.Methods), $"`{r.Path}`", NameOf(r),
                    r.Trigger.AuthLevel.ToString())),
        ];

        rows.Length.ShouldBeGreaterThan(15);
        MarkdownTable.ShouldBe(Document, "| method | path | function | authorization |", rows);
    }

    [Fact]
    public void Every_error_is_documented_with_its_status_and_sentence()
    {
        string[] rows =
        [
            .. Enum.GetValues<ApiErrorCode>().Select(ApiErrorMap.Of).Select(static e =>
                MarkdownTable.Row(
                    $"`{e.Code}`", e.Status.ToString(CultureInfo.InvariantCulture), e.Sentence)),
        ];

        MarkdownTable.ShouldBe(Document, "| code | status | detail |", rows);
    }

    [Fact]
    public void Every_schedule_is_documented_with_its_delays()
    {
        string[] rows =
        [
            .. NotifySchedule.Names.Select(static n => NotifySchedule.Find(n)!).Select(
                static s => MarkdownTable.Row(
                    $"`{s.Name}`", s.AttemptsMax.ToString(CultureInfo.InvariantCulture),
                    string.Join(", ", Enumerable.Range(1, s.AttemptsMax - 1)
                        .Select(attempt => Text(s.DelayAfter(attempt)!.Value))))),
        ];

        MarkdownTable.ShouldBe(
            Document, "| `notify_schedule` | posts | delays between them |", rows);
    }

    [Fact]
    public void The_example_is_the_text_that_is_verified()
    {
        var document = File.ReadAllText(RepositoryRoot.Of("docs", Document));
        var start = document.IndexOf("POST⏎", StringComparison.Ordinal);
        var end = document.IndexOf("```", start, StringComparison.Ordinal);
        var example = document[start..end].Replace("⏎", "", StringComparison.Ordinal);
        var lines = example.Split('\n');
        var header = new AuthorizationHeader(
            "shop", "key-1", 1767323045, lines[2], lines[3], Signature: []);

        var verified = SignatureCheck.CallBytes(
            "POST", "/v1/payments", header, Encoding.UTF8.GetBytes(lines[4]));

        Encoding.UTF8.GetString(verified).ShouldBe(example);
        JsonNode.Parse(lines[4])!["out_trade_no"]!.GetValue<string>().ShouldBe("A-1");
        document.ShouldContain(
            $"timestamp=\"{lines[2]}\",nonce=\"{lines[3]}\"", Case.Sensitive);
    }

    [Fact]
    public void The_transaction_id_of_the_example_is_the_one_that_order_gets()
    {
        var document = File.ReadAllText(RepositoryRoot.Of("docs", Document));

        document.ShouldContain(
            $"\"transaction_id\": \"{OrderId.Of("shop", "A-1")}\"", Case.Sensitive);
    }

    [Theory]
    [InlineData(2, "2 min")]
    [InlineData(90, "90 min")]
    [InlineData(120, "2 h")]
    public void A_delay_is_written_in_its_largest_whole_unit(int minutes, string text)
        => Text(TimeSpan.FromMinutes(minutes)).ShouldBe(text);

    private static string NameOf(HttpRoute route)
        => ((FunctionAttribute)route.Function
            .GetCustomAttributes(typeof(FunctionAttribute), inherit: false)[0]).Name;

    private static string Text(TimeSpan delay)
        => delay.TotalMinutes % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{delay.TotalHours:0} h")
            : string.Create(CultureInfo.InvariantCulture, $"{delay.TotalMinutes:0} min");
}
