using System.Text.Json.Serialization;

namespace PayFunctions.Storage;

/// <summary>
/// The contract of messages: an old one may still be in a queue after a deployment.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MovementText))]
[JsonSerializable(typeof(NoticeText))]
[JsonSerializable(typeof(BatchText))]
[JsonSerializable(typeof(ReconcileText))]
internal sealed partial class QueueTextJson : JsonSerializerContext;
