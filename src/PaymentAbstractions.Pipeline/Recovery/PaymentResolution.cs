using System.Text.Json.Serialization;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions;

/// <summary>The state of a payment whose outcome was unknown, or that changed after its result was returned.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record PaymentResolution
{
    /// <summary>The key of the attempt.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The environment of the attempt's gateway.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>Increases with each change of the key's outcome. Key and revision identify a resolution.</summary>
    public required long Revision { get; init; }

    /// <summary>The current result, as a repeat of the key would return it.</summary>
    public required PaymentResult Result { get; init; }

    /// <summary>The order, for a sale, an authorization or a credit.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The source of the proof.</summary>
    public required JournalResolutionSource Source { get; init; }

    /// <summary>The outcome before; <see langword="null"/> when the caller never received a result.</summary>
    public PaymentOutcome? Before { get; init; }

    /// <summary>
    /// What changed since the application last handled the payment or received its result: for example Outcome, from Declined to Approved,
    /// or Dispute.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalChange>))]
    public ValueList<JournalChange> Changes { get; init; } = [JournalChange.Outcome];

    /// <summary>The state of the customer's dispute, if any.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>
    /// The other key that also paid the order, when the order is charged twice. A person must refund or void one of the two.
    /// </summary>
    public JournalKey? DuplicateOf { get; init; }

    /// <summary>The person or component that resolved the payment.</summary>
    public string? Who { get; init; }

    /// <summary>The evidence, or the person's reason.</summary>
    public string? Why { get; init; }

    internal static PaymentResolution Of(JournalEntry entry, PaymentResult result)
    {
        var last = entry.Revisions.Count > 0 ? entry.Revisions[^1] : null;
        last = last?.Number == entry.Revision ? last : null;
        ValueList<JournalChange> changes =
        [
            .. entry
                .Revisions.Where(one => one.Number > entry.PublishedRevision)
                .SelectMany(one => one.Changes)
                .Distinct()
                .Order(),
        ];
        return new PaymentResolution
        {
            IdempotencyKey = entry.Intent.IdempotencyKey,
            Environment = entry.Intent.Environment,
            Revision = entry.Revision,
            Result = result,
            OrderReference = entry.Intent.OrderReference,
            Source = last?.Source ?? JournalResolutionSource.LateAnswer,
            Before = last?.From,
            Changes = changes.Count > 0 ? changes : [JournalChange.Outcome],
            DisputeStatus = entry.DisputeStatus,
            DuplicateOf = entry.IsDuplicateCharge ? entry.DuplicateOf : null,
            Who = last?.Who,
            Why = last?.Why,
        };
    }
}
