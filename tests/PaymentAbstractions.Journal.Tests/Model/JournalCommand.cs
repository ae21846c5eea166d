namespace PaymentAbstractions.Journal.Tests;

/// <summary>One step of a sequence; the numbers choose the key, amount, outcome and so on.</summary>
internal sealed record JournalCommand(JournalCommandKind Kind, int Key, int Choice, int Seed);
