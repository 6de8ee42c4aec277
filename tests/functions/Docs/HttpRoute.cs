using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.MerchantApi;

namespace PayFunctions.Tests.Docs;

/// <summary>An HTTP function as its attributes declare it.</summary>
internal sealed record HttpRoute(MethodInfo Function, HttpTriggerAttribute Trigger)
{
    /// <summary>Every one of the gateway.</summary>
    public static IReadOnlyList<HttpRoute> All { get; } =
    [
        .. typeof(PaymentFunctions).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.IsDefined(typeof(FunctionAttribute)))
            .SelectMany(static method => method.GetParameters()
                .Select(static p => p.GetCustomAttribute<HttpTriggerAttribute>())
                .OfType<HttpTriggerAttribute>()
                .Select(trigger => new HttpRoute(method, trigger))),
    ];

    /// <summary>The template with its leading slash.</summary>
    public string Path => "/" + Trigger.Route;

    /// <summary>The methods, in upper case, in alphabetical order.</summary>
    public IReadOnlyList<string> Methods =>
    [
        .. (Trigger.Methods ?? []).Select(static m => m.ToUpperInvariant())
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The function that a request is for, the most literal route first.</summary>
    public static HttpRoute Find(HttpRequest request)
        => All.Where(r => r.Methods.Contains(request.Method, StringComparer.Ordinal))
            .Where(r => r.Values(request) is not null)
            .OrderBy(static r => r.Path.Count('{'))
            .First();

    /// <summary>Calls the function with the values of its route.</summary>
    public async Task<IResult> RunAsync(HttpContext context)
    {
        var values = Values(context.Request)!;
        var instance = ActivatorUtilities.GetServiceOrCreateInstance(
            context.RequestServices, Function.DeclaringType!);
        object[] arguments =
        [
            .. Function.GetParameters().Select(p => p.ParameterType switch
            {
                var type when type == typeof(HttpRequest) => context.Request,
                var type when type == typeof(CancellationToken) => context.RequestAborted,
                _ => (object)values[p.Name!],
            }),
        ];
        return Function.Invoke(instance, arguments) switch
        {
            Task<IResult> task => await task,
            IResult result => result,
            _ => throw new InvalidOperationException($"{Function.Name} answers no result."),
        };
    }

    private Dictionary<string, string>? Values(HttpRequest request)
    {
        var template = Path.Split('/');
        var path = request.Path.ToUriComponent().Split('/');
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (template.Length != path.Length)
        {
            return null;
        }

        foreach (var (expected, actual) in template.Zip(path))
        {
            if (expected.StartsWith('{'))
            {
                values[expected.Trim('{', '}')] = Uri.UnescapeDataString(actual);
            }
            else if (!string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return values;
    }
}
