namespace PaymentAbstractions.Journal.Tests;

public enum JournalKind
{
    InMemory,
    Sqlite,
    PostgreSql,
}
