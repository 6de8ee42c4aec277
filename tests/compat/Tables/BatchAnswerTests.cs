using Azure;
using Azure.Data.Tables;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Answers to a batch in the layout the service's documentation shows.</summary>
public sealed class BatchAnswerTests
{
    private const string Head =
        """
        HTTP/1.1 202 Accepted
        Content-Type: multipart/mixed; boundary=batchresponse_1

        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_2

        """;

    private const string Done =
        """

        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        Preference-Applied: return-no-content
        DataServiceVersion: 3.0;
        ETag: W/"datetime'2026-11-23T08%3A09%3A10.1234567Z'"


        """;

    private const string Refused =
        """

        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 412 Precondition Failed
        DataServiceVersion: 3.0;
        Content-Type: application/json;odata=minimalmetadata;charset=utf-8

        {"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US",
        "value":"7:The update condition specified in the request was not satisfied."}}}

        """;

    private const string Tail =
        """

        --changesetresponse_2--
        --batchresponse_1--
        """;

    [Fact]
    public async Task Each_part_is_an_answer_with_its_own_headers()
    {
        var answer = await SubmitAsync(Head + Done + Done + Tail, 2);

        answer.Value.Count.ShouldBe(2);
        answer.Value[1].Status.ShouldBe(204);
        answer.Value[1].ReasonPhrase.ShouldBe("No Content");
        answer.Value[1].Headers.ETag.ShouldBe(
            new ETag("W/\"datetime'2026-11-23T08%3A09%3A10.1234567Z'\""));
        answer.Value[1].Headers.Contains("preference-applied").ShouldBeTrue();
        answer.Value[1].Headers.Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_refused_action_is_named_by_its_index()
    {
        var failed = await Should.ThrowAsync<TableTransactionFailedException>(
            () => SubmitAsync(Head + Refused + Tail, 8));

        (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex)
            .ShouldBe((412, "UpdateConditionNotSatisfied", 7));
    }

    [Fact]
    public async Task A_refusal_without_an_index_names_none()
    {
        var failed = await Should.ThrowAsync<TableTransactionFailedException>(() => SubmitAsync(
            Head + Refused.Replace("7:", "", StringComparison.Ordinal) + Tail, 8));

        failed.FailedTransactionActionIndex.ShouldBeNull();
    }

    [Theory]
    [InlineData(Head + Done + Tail)]
    [InlineData("HTTP/1.1 202 Accepted\n\nnot a batch at all")]
    public async Task An_answer_that_is_not_for_each_action_is_no_success(string text)
    {
        var failed = await Should.ThrowAsync<RequestFailedException>(() => SubmitAsync(text, 2));

        failed.ShouldNotBeOfType<TableTransactionFailedException>();
    }

    private static Task<Response<IReadOnlyList<Response>>> SubmitAsync(string answer, int actions)
    {
        var table = new TableClient(
            "UseDevelopmentStorage=true", "orders",
            AzuriteTables.Over(new ScriptedTransport(answer)));
        return table.SubmitTransactionAsync(Enumerable.Repeat(
            new TableTransactionAction(
                TableTransactionActionType.UpsertMerge, new TableEntity("p", "r")),
            actions));
    }
}
