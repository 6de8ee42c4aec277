using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>
/// Lists that live in one column. Their member names are stored: they do not change.
/// </summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<Attempt>))]
[JsonSerializable(typeof(ImmutableArray<Refund>))]
[JsonSerializable(typeof(ImmutableArray<NoticeAttempt>))]
internal sealed partial class OrderRowJson : JsonSerializerContext;
