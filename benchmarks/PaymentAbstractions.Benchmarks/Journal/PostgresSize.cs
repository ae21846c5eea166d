using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>The costs of many closed payments: on disk, for each later payment, and for lists.</summary>
internal static class PostgresSize
{
    private const int Callers = 64;
    private const string Columns =
        "environment, operation, gateway, state, outcome, customer, attempt, revision, is_unpublished, is_duplicate, is_reduced, started_at, "
        + "send_by, changed_at, lease_epoch, entry_version";

    /// <summary>Copies one real payment until there are so many, each with a key, an order and a transaction of its own.</summary>
    public static async Task RunAsync(PostgreSqlServer.PostgreSqlServer server, int rows)
    {
        var options = new PostgreSqlJournalOptions { ConnectionString = await server.NewDatabaseAsync() };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options);
        await MeasureAsync(journal, "empty");
        await JournalLoad.PayAsync(journal, JournalLoad.Intent("seed"));
        var watch = Stopwatch.StartNew();
        // The identifiers are as long as those of real payments, and in no order.
        await server.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO payments.payments (key, order_reference, transaction_reference, entry, {Columns})
                SELECT 'key-' || made, 'order-' || made, replace(transaction_reference, 'seed', made), replace(entry, 'seed', made), {Columns}
                FROM payments.payments CROSS JOIN LATERAL (SELECT md5(number::text) AS made FROM generate_series(1, {rows}) AS number) AS rows
                WHERE key = 'key-seed'
                """
            ),
            options.ConnectionString
        );
        await server.ExecuteAsync("VACUUM ANALYZE payments.payments", options.ConnectionString);
        var bytes = (long)
            (await server.ExecuteAsync("SELECT pg_table_size('payments.payments')", options.ConnectionString))!;
        var indexes = (long)
            (await server.ExecuteAsync("SELECT pg_indexes_size('payments.payments')", options.ConnectionString))!;
        Print(
            $"{rows:N0} closed payments: {bytes / 1048576.0:N0} MiB of rows and {indexes / 1048576.0:N0} MiB of indexes, made in {watch.Elapsed.TotalSeconds:N0} s"
        );
        await MeasureAsync(journal, "full");
    }

    private static async Task MeasureAsync(PostgreSqlPaymentJournal journal, string name)
    {
        var load = new JournalLoad(journal, name);
        await load.RunAsync(500, Callers);
        var rate = 10_000 / (await load.RunAsync(10_000, Callers)).TotalSeconds;
        var one = await load.RunAsync(500, 1);
        await new JournalLoad(journal, name + "-open").RunAsync(100, Callers, complete: false);
        var watch = Stopwatch.StartNew();
        var open = 0;
        await foreach (var _ in journal.GetUnresolvedAsync(new JournalQuery()))
        {
            open++;
        }

        var listing = watch.Elapsed;
        watch.Restart();
        var counts = await journal.CountAsync();
        Print(
            $"{name}: {rate:N0} payments/s with {Callers} callers, {one.TotalMilliseconds / 500:N1} ms a payment with one"
        );
        Print(
            $"{name}: {open} in doubt listed in {listing.TotalMilliseconds:N0} ms, {counts.Open} counted in {watch.Elapsed.TotalMilliseconds:N0} ms"
        );
    }

    private static void Print(FormattableString text) =>
        Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));
}
