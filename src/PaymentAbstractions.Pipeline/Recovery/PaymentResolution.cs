using System.Text.Json.Serialization;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions;

/// <summary>What is known now of a payment that was in doubt, or that changed after it was answered.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record PaymentResolution
{
    /// <summary>The key of the attempt.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The environment of the attempt's gateway.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>Grows with each change of the key's outcome; what has been handled is told by key and revision.</summary>
    public required long Revision { get; init; }

    /// <summary>The result now, as a repeat of the key would be answered.</summary>
    public required PaymentResult Result { get; init; }

    /// <summary>The order, for a sale, an authorization or a credit.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>Who proved it.</summary>
    public required JournalResolutionSource Source { get; init; }

    /// <summary>The outcome before; none when the caller was never answered.</summary>
    public PaymentOutcome? Before { get; init; }

    /// <summary>
    /// What changed since the application last took note of the payment, or had it as an answer: for example Outcome from Declined to Approved,
    /// or Dispute.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalChange>))]
    public ValueList<JournalChange> Changes { get; init; } = [JournalChange.Outcome];

    /// <summary>Whether the customer disputes the transaction.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>
    /// The other key of the order that has paid too, when the order is charged twice: one of the two is for a person to give back.
    /// </summary>
    public JournalKey? DuplicateOf { get; init; }

    /// <summary>The person or part that resolved it.</summary>
    public string? Who { get; init; }

    /// <summary>Why: the evidence, or the person's reason.</summary>
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
