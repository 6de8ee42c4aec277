using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PayFunctions.Batches;
using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>
/// Lists that live in one column. Their member names are stored: they do not change.
/// </summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<Attempt>))]
[JsonSerializable(typeof(ImmutableArray<Refund>))]
[JsonSerializable(typeof(ImmutableArray<Capture>))]
[JsonSerializable(typeof(CaptureTerms))]
[JsonSerializable(typeof(AgreementTerms))]
[JsonSerializable(typeof(DebitTerms))]
[JsonSerializable(typeof(DebitTally))]
[JsonSerializable(typeof(AgreementEnd))]
[JsonSerializable(typeof(ImmutableArray<NoticeAttempt>))]
[JsonSerializable(typeof(ImmutableArray<Posting>))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(ImmutableArray<BatchRow>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, long>))]
[JsonSerializable(typeof(RunProgress))]
internal sealed partial class OrderRowJson : JsonSerializerContext;
