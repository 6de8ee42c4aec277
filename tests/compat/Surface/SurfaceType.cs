namespace PayFunctions.Tests.Compat.Surface;

/// <summary>What one public type shows, each entry as one line of text.</summary>
/// <param name="Name">Namespace and name: <c>Azure.Data.Tables.TableItem</c>.</param>
/// <param name="Kind">The words before the name: <c>sealed class</c>.</param>
/// <param name="Bases">The base type and the interfaces, by their C# names.</param>
/// <param name="Members">Constructors, fields, methods, and one entry per accessor.</param>
internal sealed record SurfaceType(
    string Name, string Kind, IReadOnlySet<string> Bases, IReadOnlySet<string> Members);
