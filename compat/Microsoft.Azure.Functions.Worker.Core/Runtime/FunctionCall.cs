using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The innermost step: arguments, instance, call, result.</summary>
internal static class FunctionCall
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    public static async Task RunAsync(FunctionContext context)
    {
        var invocation = (InvocationContext)context;
        var method = invocation.Function.Method;
        var arguments = invocation.Function.Arguments
            .Select(parameter => ArgumentOf(invocation, parameter))
            .ToArray();
        var instance = method.IsStatic ? null : Create(method.DeclaringType!, context);
        try
        {
            var returned = method.Invoke(
                instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            context.GetInvocationResult().Value = await ResultOfAsync(
                method.ReturnType, returned);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static object Create(Type type, FunctionContext context)
        => Factories.GetOrAdd(type, static one => ActivatorUtilities.CreateFactory(one, []))(
            context.InstanceServices, null);

    private static object? ArgumentOf(InvocationContext context, ParameterInfo parameter)
        => parameter.ParameterType switch
        {
            var type when type == typeof(FunctionContext) => context,
            var type when type == typeof(CancellationToken) => context.CancellationToken,
            _ => context.Input.ValueOf(parameter),
        };

    private static async Task<object?> ResultOfAsync(Type declared, object? returned)
    {
        var task = returned switch
        {
            Task one => one,
            ValueTask one => one.AsTask(),
            not null when IsValueTask(declared) => AsTask(returned),
            _ => null,
        };
        if (task is null)
        {
            return returned;
        }

        await task;
        return declared.IsGenericType
            ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)
            : null;
    }

    private static bool IsValueTask(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    private static Task AsTask(object valueTask)
        => (Task)valueTask.GetType().GetMethod(nameof(ValueTask<>.AsTask))!
            .Invoke(valueTask, null)!;

    private static async ValueTask DisposeAsync(object? instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
            default:
                break;
        }
    }
}
