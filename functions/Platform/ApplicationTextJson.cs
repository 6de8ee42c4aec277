using System.Text.Json.Serialization;

namespace PayFunctions.Platform;

/// <summary>The contract of registrations: known members, each once.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ApplicationText))]
[JsonSerializable(typeof(FeeText))]
[JsonSerializable(typeof(AccountText))]
internal sealed partial class ApplicationTextJson : JsonSerializerContext;
