using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Tests.Compat.Worker.Fixtures;

/// <summary>Functions that no app may start with.</summary>
internal static class MalformedFunctions
{
    [Function("Twice")]
    public static string First([HttpTrigger] HttpRequest request) => request.Method;

    [Function("Twice")]
    public static string Second([HttpTrigger] HttpRequest request) => request.Method;

    [Function("No Name")]
    public static string NoName([HttpTrigger] HttpRequest request) => request.Method;

    [Function("NoTrigger")]
    public static string NoTrigger(HttpRequest request) => request.Method;

    [Function("TwoTriggers")]
    public static string TwoTriggers(
        [HttpTrigger] HttpRequest request, [TimerTrigger("* * * * * *")] TimerInfo timer)
        => $"{request.Method} {timer.IsPastDue}";

    [Function("NoSuchValue")]
    public static string NoSuchValue(
        [HttpTrigger("get", Route = "things/{id}")] HttpRequest request, string name)
        => $"{request.Method} {name}";

    [Function("NoSuchType")]
    public static string NoSuchType(
        [HttpTrigger("get", Route = "things/{id}")] HttpRequest request, TimeSpan id)
        => $"{request.Method} {id}";

    [Function("NotTheRequest")]
    public static string NotTheRequest([HttpTrigger] string body) => body;

    [Function("ByUser")]
    public static string ByUser([HttpTrigger(AuthorizationLevel.User)] HttpRequest request)
        => request.Method;

    [Function("Host")]
    public static string Host(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Admin/things")]
        HttpRequest request) => request.Method;

    [Function("Unfilled")]
    public static string Unfilled([TimerTrigger("* * * * * *")] TimerInfo timer, string other)
        => $"{timer.IsPastDue} {other}";
}
