using Npgsql;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>
/// The statements that the journal runs for a payment, without the journal: each in a round trip of its own, with parameters.
/// </summary>
/// <param name="connection">Where.</param>
/// <param name="open">How long an entry of the journal is while it is open, in characters.</param>
/// <param name="closed">How long it is with its outcome.</param>
internal sealed class HandPayment(NpgsqlConnection connection, int open, int closed)
{
    private const string Columns =
        "id, started_at, entry_version, entry, environment, key, order_reference, customer, transaction_reference, original, original_root";

    private const string Intent = """
        INSERT INTO payments (environment, key, operation, gateway, state, order_reference, method_fingerprint, attempt, revision,
            is_unpublished, is_duplicate, is_reduced, started_at, send_by, changed_at, lease_epoch, entry_version, entry)
        VALUES ('Live', @id, 'Sale', 'cards_eu', 'Open', @id, 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=', 1, 0, 0, 0, 0, now(), now(),
            now(), 0, 1, @entry)
        """;

    private const string Outcome = """
        UPDATE payments SET operation = 'Sale', gateway = 'cards_eu', state = 'Closed', outcome = 'Approved', order_reference = @id,
            transaction_reference = @id, attempt = 1, revision = 1, changed_at = now(), entry = @entry
        WHERE environment = 'Live' AND key = @id
        """;

    private readonly string _open = new('x', open);
    private readonly string _closed = new('x', closed);

    public async Task TakeAsync(string id)
    {
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await LockAsync(id, "key", "order_reference");
            await ExecuteAsync(Intent, id, _open);
            await transaction.CommitAsync();
        }

        // What the entry concerns is locked too, and known only from the entry.
        await ExecuteAsync($"SELECT {Columns} FROM payments WHERE key = @id", id);
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await LockAsync(id, "key", "order_reference", "transaction_reference", "original", "original_root");
            await ExecuteAsync(Outcome, id, _closed);
            await transaction.CommitAsync();
        }
    }

    private async Task LockAsync(string id, params string[] columns)
    {
        await ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@id, 0))", id);
        await ExecuteAsync("SELECT clock_timestamp(), (SELECT max(version) FROM schema_versions)", id);
        foreach (var column in columns)
        {
            await ExecuteAsync($"SELECT {Columns} FROM payments WHERE {column} = @id", id);
        }
    }

    private async Task ExecuteAsync(string text, string id, string? entry = null)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are made here.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("id", id);
        if (entry is not null)
        {
            command.Parameters.AddWithValue("entry", entry);
        }

        await command.ExecuteNonQueryAsync();
    }
}
