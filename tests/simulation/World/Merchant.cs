using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>One merchant: checks every post as its own, and answers as it is told to.</summary>
internal sealed class Merchant(ManualTimeProvider clock, ReadOnlyMemory<byte> publicKey)
{
    private const int TooMuch = 70 * 1024;

    private readonly List<MerchantPost> posts = [];
    private readonly Dictionary<string, string> news = new(StringComparer.Ordinal);

    /// <summary>What it was told, in order.</summary>
    public IReadOnlyList<MerchantPost> Posts => posts;

    /// <summary>What it was told of one piece of news, in order.</summary>
    public IReadOnlyList<MerchantPost> PostsOf(string notifyId)
        => [.. posts.Where(p => string.Equals(p.NotifyId, notifyId, StringComparison.Ordinal))];

    /// <summary>Decides the next answer.</summary>
    public Func<MerchantReply> NextReply { get; set; } = static () => MerchantReply.Accept;

    /// <summary>What was wrong with posts that nobody should have sent.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Answers one post.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.ToDictionary(
            static f => f.Key, static f => f.Value.ToString(), StringComparer.Ordinal);
        if (!IsGenuine(fields))
        {
            Complaints.Add($"bad signature on {fields.GetValueOrDefault("notify_id")}");
        }

        var reply = NextReply();
        var post = new MerchantPost(clock.GetUtcNow(), fields, reply);
        posts.Add(post);
        if (!news.TryAdd(post.NotifyId, post.Content)
            && !string.Equals(news[post.NotifyId], post.Content, StringComparison.Ordinal))
        {
            Complaints.Add($"{post.NotifyId} was {news[post.NotifyId]}, now {post.Content}");
        }

        await AnswerAsync(context, reply);
    }

    private async Task AnswerAsync(HttpContext context, MerchantReply reply)
    {
        var response = context.Response;
        switch (reply)
        {
            case MerchantReply.Accept:
                await response.WriteAsync("success\n");
                break;
            case MerchantReply.SayNo:
                await response.WriteAsync("SUCCESS");
                break;
            case MerchantReply.Redirect:
                response.StatusCode = StatusCodes.Status302Found;
                response.Headers.Location = "/elsewhere";
                await response.WriteAsync("success");
                break;
            case MerchantReply.AskForPatience:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                response.Headers.RetryAfter = "1800";
                break;
            case MerchantReply.TalkTooMuch:
                await response.WriteAsync(new string('x', TooMuch));
                break;
            case MerchantReply.Dawdle:
                await DawdleAsync(context);
                break;
            case MerchantReply.Cut or MerchantReply.AcceptUnheard:
                context.Abort();
                break;
            default:
                response.StatusCode = reply == MerchantReply.BeGone
                    ? StatusCodes.Status410Gone
                    : StatusCodes.Status500InternalServerError;
                break;
        }
    }

    /// <summary>Lets the gateway's own time limit end the post.</summary>
    private async Task DawdleAsync(HttpContext context)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(ended.SetResult);
        clock.AdvanceTo(clock.NextDue.ShouldNotBeNull("the gateway must have set a limit"));
        await ended.Task;
    }

    private bool IsGenuine(Dictionary<string, string> fields)
    {
        var signed = string.Join('&', fields
            .Where(static f => f.Key is not ("sign" or "sign_type") && f.Value.Length > 0)
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(publicKey.Span, out _);
        return rsa.VerifyData(
            Encoding.UTF8.GetBytes(signed), Convert.FromBase64String(fields["sign"]),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
