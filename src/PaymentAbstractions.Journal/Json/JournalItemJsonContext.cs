using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal.Json;

/// <summary>The items of the journal's lists.</summary>
[JsonSerializable(typeof(JournalAttempt))]
[JsonSerializable(typeof(JournalChange))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(JournalNotification))]
[JsonSerializable(typeof(JournalRevision))]
[JsonSerializable(typeof(JournalField))]
internal sealed partial class JournalItemJsonContext : JsonSerializerContext;
