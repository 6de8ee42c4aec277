using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(CreatePaymentResponse))]
[JsonSerializable(typeof(OrderQueryResponse))]
[JsonSerializable(typeof(NotifyQueryResponse))]
[JsonSerializable(typeof(RefundResponse))]
[JsonSerializable(typeof(CreateAuthorizationResponse))]
[JsonSerializable(typeof(AuthorizationResponse))]
[JsonSerializable(typeof(CaptureResponse))]
[JsonSerializable(typeof(AgreementResponse))]
[JsonSerializable(typeof(DebitResponse))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(BatchRowsResponse))]
[JsonSerializable(typeof(IdentityResponse))]
[JsonSerializable(typeof(PaymentListResponse))]
[JsonSerializable(typeof(ClearingResponse))]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class PayJson : JsonSerializerContext;
