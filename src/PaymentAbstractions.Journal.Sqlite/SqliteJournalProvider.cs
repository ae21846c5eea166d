using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Opens SQLite journals. Their kind in the configuration is <c>Sqlite</c>.</summary>
public sealed class SqliteJournalProvider : JournalProvider<SqliteJournalOptions>
{
    /// <inheritdoc />
    public override string Kind => "Sqlite";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, SqliteJournalOptions options) =>
        configuration.Bind(options);

    /// <inheritdoc />
    protected override void Validate(SqliteJournalOptions options, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(problems);
    }

    /// <inheritdoc />
    protected override async Task<IPaymentJournal> OpenAsync(
        SqliteJournalOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) => await OpenInAsync(options, services, cancellationToken).ConfigureAwait(false);

    internal static Task<SqlitePaymentJournal> OpenInAsync(
        SqliteJournalOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var root = services.GetService<IHostEnvironment>()?.ContentRootPath ?? Environment.CurrentDirectory;
        var there = options.At(Path.GetFullPath(options.Path, root));
        return SqlitePaymentJournal.OpenAsync(there, services.GetRequiredService<TimeProvider>(), cancellationToken);
    }
}
