using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>The metadata of entries.</summary>
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class EntryJsonContext : JsonSerializerContext;
