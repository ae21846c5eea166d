using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool;

/// <summary>An open journal, and with the application's settings its gateways.</summary>
internal sealed class JournalSession : IAsyncDisposable
{
    private readonly IAsyncDisposable _owner;

    private JournalSession(IPaymentJournal journal, IPaymentRecovery? recovery, IAsyncDisposable owner) =>
        (Journal, Recovery, _owner) = (journal, recovery, owner);

    public IPaymentJournal Journal { get; }

    /// <summary>Looks up and resolves as the application does; none without its settings.</summary>
    public IPaymentRecovery? Recovery { get; }

    public static async Task<JournalSession> OpenAsync(
        JournalPlace place,
        ParseResult parsed,
        bool migrates,
        CancellationToken cancellationToken
    )
    {
        if (parsed.GetValue(place.Config) is { } config)
        {
            return await OpenAsync(config, cancellationToken).ConfigureAwait(false);
        }

        // One that is empty is shown as such, and one that is not there is not made by a look at it.
        if (!migrates && parsed.GetValue(place.Sqlite) is { } named && !File.Exists(named))
        {
            throw new FileNotFoundException($"There is no journal {Path.GetFullPath(named)}.");
        }

        SqlPaymentJournal journal = parsed.GetValue(place.Sqlite) is { } file
            ? await SqlitePaymentJournal
                .OpenAsync(new SqliteJournalOptions { Path = file }, cancellationToken: cancellationToken)
                .ConfigureAwait(false)
            : await PostgreSqlPaymentJournal
                .OpenAsync(
                    new PostgreSqlJournalOptions
                    {
                        ConnectionString = place.PostgresOf(parsed)!,
                        Schema = parsed.GetValue(place.Schema)!,
                        Migrate = migrates,
                    },
                    cancellationToken: cancellationToken
                )
                .ConfigureAwait(false);
        return new JournalSession(journal, recovery: null, journal);
    }

    private static async Task<JournalSession> OpenAsync(FileInfo config, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(config.FullName, optional: false)
            .AddEnvironmentVariables()
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddPayments(settings.GetSection("Payments"));
        var provider = services.BuildServiceProvider();
        try
        {
            var journal = provider.GetRequiredService<IPaymentJournal>();
            // Opens it, so that what is wrong with it is told before anything is done.
            await journal.CountAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return new JournalSession(journal, provider.GetRequiredService<IPaymentRecovery>(), provider);
        }
        catch
        {
            await provider.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _owner.DisposeAsync();
}
