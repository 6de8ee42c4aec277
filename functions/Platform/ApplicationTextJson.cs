using System.Text.Json.Serialization;

namespace PayFunctions.Platform;

/// <summary>The contract of a registration: known members, each once.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ApplicationText))]
internal sealed partial class ApplicationTextJson : JsonSerializerContext;
