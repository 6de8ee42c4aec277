using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>
/// Lists in the rows of applications and accounts. Their member names are stored: they do not
/// change.
/// </summary>
[JsonSerializable(typeof(ImmutableArray<ApplicationKey>))]
[JsonSerializable(typeof(ImmutableArray<FeeEntry>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, ImmutableArray<string>>))]
internal sealed partial class ApplicationRowJson : JsonSerializerContext;
