using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>
/// Measures the PostgreSQL journal on a server of its own: shared transactions against the same statements committed one by one, one
/// caller against the same statements by hand, several hosts, and recovery by several hosts.
/// </summary>
internal static class PostgresProgram
{
    private const int Callers = 64;
    private const int Hosts = 4;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["host", var connectionString, var work])
        {
            await PostgresHost.ServeAsync(connectionString, work);
            return 0;
        }

        if (Arguments.Read(args, "postgres [--rows N] [--quick]") is not { } arguments)
        {
            return 2;
        }

        await using var server = await PostgreSqlServer.PostgreSqlServer.StartAsync("-c log_min_messages=fatal");
        if (server is null)
        {
            await Console.Error.WriteLineAsync(PostgreSqlServer.PostgreSqlServer.Missing);
            return 2;
        }

        var isQuick = arguments.Has("--quick");
        var size = isQuick ? 200 : 20_000;
        var version = await server.ExecuteAsync("SHOW server_version");
        Console.WriteLine($"PostgreSQL {version}, {Environment.ProcessorCount} cores for it and for the callers");
        if (arguments.Has("--rows"))
        {
            await PostgresSize.RunAsync(server, arguments.Number("--rows", 0));
            return 0;
        }

        for (var round = 0; round < (isQuick ? 1 : 3); round++)
        {
            var shared = await RateAsync(server, Callers, size, 64);
            var apart = await RateAsync(server, Callers, size / 10, 1);
            Print(
                $"{Callers} callers: shared {shared:N0}/s, the same statements one by one {apart:N0}/s, ratio {shared / apart:N1}"
            );
            var one = await RateAsync(server, 1, size / 4, 64);
            var byHand = await ByHandAsync(server, size / 4);
            Print($"1 caller: {one:N0}/s, the same statements by hand {byHand:N0}/s, ratio {one / byHand:N1}");
            var hosts = await HostsAsync(server, size);
            Print($"{Hosts} processes of {Callers / Hosts} callers: {hosts:N0}/s, one of {Callers}: {shared:N0}/s");
        }

        await RecoverAsync(server, isQuick ? 100 : 10_000);
        if (isQuick)
        {
            await PostgresSize.RunAsync(server, 1000);
        }

        return 0;
    }

    private static async Task<double> RateAsync(
        PostgreSqlServer.PostgreSqlServer server,
        int callers,
        int payments,
        int together
    )
    {
        var options = await NewAsync(server);
        options.MaxCallsPerTransaction = together;
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options);
        var load = new JournalLoad(journal, "rate");
        await load.RunAsync(Math.Max(1, payments / 20), callers);
        return payments / (await load.RunAsync(payments, callers)).TotalSeconds;
    }

    private static async Task<double> HostsAsync(PostgreSqlServer.PostgreSqlServer server, int payments)
    {
        var options = await NewAsync(server);
        await PostgreSqlPaymentJournal.MigrateAsync(options);
        var (keys, elapsed) = await PostgresHost.RunAllAsync(
            Hosts,
            options.ConnectionString!,
            (payments / Hosts).ToString(CultureInfo.InvariantCulture)
        );
        return keys.Count / elapsed.TotalSeconds;
    }

    // The same statements, each sent by itself with Npgsql: of an intent, then of its outcome.
    private static async Task<double> ByHandAsync(PostgreSqlServer.PostgreSqlServer server, int payments)
    {
        var options = await NewAsync(server);
        await using (var journal = await PostgreSqlPaymentJournal.OpenAsync(options))
        {
            await new JournalLoad(journal, "open").RunAsync(1, 1, complete: false);
            await new JournalLoad(journal, "done").RunAsync(1, 1);
        }

        await using var connection = new NpgsqlConnection(options.ConnectionString + ";Search Path=payments");
        await connection.OpenAsync();
        var hand = new HandPayment(connection, await LengthAsync("open"), await LengthAsync("done"));
        var watch = new Stopwatch();
        for (var i = -payments / 20; i < payments; i++)
        {
            if (i == 0)
            {
                watch.Start();
            }

            await hand.TakeAsync(string.Create(CultureInfo.InvariantCulture, $"hand-{i}"));
        }

        return payments / watch.Elapsed.TotalSeconds;

        async Task<int> LengthAsync(string name) =>
            (int)
                (
                    await server.ExecuteAsync(
                        $"SELECT length(entry) FROM payments.payments WHERE key = 'key-{name}-1'",
                        options.ConnectionString
                    )
                )!;
    }

    private static async Task RecoverAsync(PostgreSqlServer.PostgreSqlServer server, int open)
    {
        var options = await NewAsync(server);
        await using (var journal = await PostgreSqlPaymentJournal.OpenAsync(options))
        {
            await new JournalLoad(journal, "open").RunAsync(open, Callers, complete: false);
        }

        var (keys, elapsed) = await PostgresHost.RunAllAsync(Hosts, options.ConnectionString!, "recover");
        var taken = keys.Distinct(StringComparer.Ordinal).Count();
        Print(
            $"recovery of {open:N0} open payments by {Hosts} processes: {taken / elapsed.TotalSeconds:N0}/s, taken twice {keys.Count - taken}, left {open - taken}"
        );
    }

    private static async Task<PostgreSqlJournalOptions> NewAsync(PostgreSqlServer.PostgreSqlServer server) =>
        new() { ConnectionString = await server.NewDatabaseAsync() };

    private static void Print(FormattableString text) =>
        Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));
}
