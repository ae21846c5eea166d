using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Every public value of the journal except list items; a test requires that new ones are added here.</summary>
[JsonSerializable(typeof(JournalCounts))]
[JsonSerializable(typeof(JournalDecision))]
[JsonSerializable(typeof(JournalTurn))]
[JsonSerializable(typeof(JournalTicket))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(JournalFailure))]
[JsonSerializable(typeof(JournalHealth))]
[JsonSerializable(typeof(JournalIntent))]
[JsonSerializable(typeof(JournalKey))]
[JsonSerializable(typeof(JournalObservation))]
[JsonSerializable(typeof(JournalOutcome))]
[JsonSerializable(typeof(JournalQuery))]
[JsonSerializable(typeof(JournalResolution))]
[JsonSerializable(typeof(JournalWrite))]
[JsonSerializable(typeof(OriginalAmounts))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
