using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PayFunctions.Tests.Sdk.Client;

/// <summary>Connections that end badly, made by hand on a raw socket.</summary>
public sealed class BrokenGatewayTests : IDisposable
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly ManualTimeProvider _clock = new(Vectors.Noon);
    private readonly TaskCompletionSource _answered = new();

    public BrokenGatewayTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200")]
    [InlineData(Head + "Content-Length: 900\r\n\r\n{\"transaction_id\":")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"tra\r\n")]
    public async Task An_answer_that_is_cut_leaves_the_outcome_unknown(string answer)
    {
        var serving = ServeAsync(answer, hold: null);

        var problem = (await CreateAsync()).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe(PayProblemCodes.Unreachable);
        problem.IsOutcomeUnknown.ShouldBeTrue();
        problem.Status.ShouldBe(0);
        await serving;
    }

    [Theory]
    [InlineData("")]
    [InlineData(Head + "Content-Length: 900\r\n\r\n{\"transaction_id\":")]
    public async Task An_answer_that_does_not_end_is_waited_for_no_longer_than_said(string answer)
    {
        var hold = new TaskCompletionSource();
        var serving = ServeAsync(answer, hold.Task);

        var creating = CreateAsync();
        await _answered.Task;
        _clock.Advance(TimeSpan.FromSeconds(30));
        var problem = (await creating).Problem.ShouldNotBeNull();
        hold.SetResult();
        await serving;

        problem.Code.ShouldBe(PayProblemCodes.Timeout);
        problem.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_1_MiB_is_not_read(bool announced)
    {
        const int Bytes = (1024 * 1024) + 1;
        var length = announced
            ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Bytes}\r\n")
            : "Connection: close\r\n";
        var serving = ServeAsync($"{Head}{length}\r\n" + new string(' ', Bytes), hold: null);

        var problem = (await CreateAsync()).Problem.ShouldNotBeNull();
        await serving;

        problem.Code.ShouldBe(PayProblemCodes.AnswerTooLarge);
        problem.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_there_is_a_problem_not_an_exception()
    {
        var address = Address;
        _listener.Stop();

        var problem = (await CreateAsync(address)).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe(PayProblemCodes.Unreachable);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation()
    {
        using var giveUp = new CancellationTokenSource();
        var hold = new TaskCompletionSource();
        var serving = ServeAsync("", hold.Task);

        var creating = CreateAsync(cancellation: giveUp.Token);
        await _answered.Task;
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(creating);
        hold.SetResult();
        await serving;
    }

    private Uri Address
        => new UriBuilder("http", "127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port).Uri;

    private async Task<PayResult<CreatePaymentResponse>> CreateAsync(
        Uri? address = null, CancellationToken cancellation = default)
    {
        using var http = new HttpClient(PayClient.CreateHandler());
        var options = A.Options(
            one => one.Environment = PayEnvironment.Sandbox(address ?? Address));
        return await new PayClient(http, options, _clock)
            .CreateAsync(A.Request(options), cancellation);
    }

    /// <summary>Reads one request whole, writes the answer, holds the line, hangs up.</summary>
    private async Task ServeAsync(string answer, Task? hold)
    {
        using var connection = await _listener.AcceptSocketAsync();
        var buffer = new byte[16 * 1024];
        var text = "";
        while (!text.EndsWith('}'))
        {
            var read = await connection.ReceiveAsync(buffer);
            text += Encoding.UTF8.GetString(buffer, 0, read);
        }

        try
        {
            await connection.SendAsync(Encoding.ASCII.GetBytes(answer));
        }
        catch (SocketException)
        {
            // The client hung up on an answer it found too large.
            text = "";
        }

        _answered.SetResult();
        await (hold ?? Task.CompletedTask);
    }
}
