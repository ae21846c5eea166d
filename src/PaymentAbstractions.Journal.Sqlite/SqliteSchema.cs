namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>The versions of the schema. A released version never changes; changes are added as a new version.</summary>
internal static class SqliteSchema
{
    public static IReadOnlyList<string> Versions { get; } = [First, Checks, Methods, Periods];

    /// <summary>The application id PAYJ, which distinguishes a journal from other databases.</summary>
    public const int Id = 0x5041594A;

    // Entries that were closed before this version get no checks.
    private const string Checks = """
        CREATE INDEX payments_to_check ON payments (gateway, next_check_at, id) WHERE next_check_at IS NOT NULL;
        """;

    private const string Methods = """
        CREATE INDEX payments_by_method ON payments (method_fingerprint, started_at) WHERE method_fingerprint IS NOT NULL;
        """;

    private const string Periods = """
        CREATE INDEX payments_by_start ON payments (started_at, id);
        """;

    private const string First = """
        PRAGMA application_id = 1346459978;
        CREATE TABLE payments (
            id INTEGER PRIMARY KEY,
            environment TEXT NOT NULL,
            key TEXT NOT NULL,
            operation TEXT NOT NULL,
            gateway TEXT NOT NULL,
            state TEXT NOT NULL,
            outcome TEXT,
            order_reference TEXT,
            customer TEXT,
            transaction_reference TEXT,
            original TEXT,
            original_root TEXT,
            method_fingerprint TEXT,
            attempt INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            is_unpublished INTEGER NOT NULL,
            is_duplicate INTEGER NOT NULL,
            is_reduced INTEGER NOT NULL,
            started_at TEXT NOT NULL,
            send_by TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            amended_at TEXT,
            observed_at TEXT,
            next_check_at TEXT,
            lease_epoch INTEGER NOT NULL DEFAULT 0,
            leased_until TEXT,
            entry_version INTEGER NOT NULL,
            entry TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX payments_by_key ON payments (key, environment);
        CREATE INDEX payments_by_order ON payments (order_reference) WHERE order_reference IS NOT NULL;
        CREATE INDEX payments_by_customer ON payments (customer, started_at) WHERE customer IS NOT NULL;
        CREATE INDEX payments_by_transaction ON payments (transaction_reference) WHERE transaction_reference IS NOT NULL;
        CREATE INDEX payments_by_original ON payments (original) WHERE original IS NOT NULL;
        CREATE INDEX payments_by_original_root ON payments (original_root) WHERE original_root IS NOT NULL;
        CREATE INDEX payments_in_doubt ON payments (started_at, id) WHERE state <> 'Closed';
        CREATE INDEX payments_unpublished ON payments (started_at, id) WHERE is_unpublished = 1;
        CREATE INDEX payments_duplicate ON payments (started_at, id) WHERE is_duplicate = 1;
        CREATE INDEX payments_to_reduce ON payments (changed_at, id)
            WHERE is_reduced = 0 AND state = 'Closed' AND is_unpublished = 0 AND is_duplicate = 0;
        CREATE TABLE guards (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            payment_id INTEGER NOT NULL REFERENCES payments (id),
            is_shared INTEGER NOT NULL,
            until TEXT NOT NULL
        ) STRICT;
        CREATE INDEX guards_by_name ON guards (name, id);
        CREATE INDEX guards_by_payment ON guards (payment_id);
        CREATE TABLE resolutions (
            id INTEGER PRIMARY KEY,
            environment TEXT NOT NULL,
            key TEXT NOT NULL,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            source TEXT NOT NULL,
            from_outcome TEXT,
            to_outcome TEXT NOT NULL,
            who TEXT,
            why TEXT
        ) STRICT;
        CREATE INDEX resolutions_by_key ON resolutions (key, environment);
        """;
}
