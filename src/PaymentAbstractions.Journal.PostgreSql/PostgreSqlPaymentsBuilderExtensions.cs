using System.Data.Common;
using PaymentAbstractions;
using PaymentAbstractions.Journal.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses a PostgreSQL journal in code.</summary>
public static class PostgreSqlPaymentsBuilderExtensions
{
    /// <summary>Keeps the journal in a schema of a PostgreSQL database, which many hosts may share.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="connectionString">How the database is reached, as Npgsql reads it.</param>
    /// <param name="configure">Changes other options.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Nothing is checked here. The start of the application reports everything that is wrong at once.</remarks>
    public static PaymentsBuilder UsePostgreSqlJournal(
        this PaymentsBuilder payments,
        string connectionString,
        Action<PostgreSqlJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        return payments.UseJournal(
            new PostgreSqlJournalProvider(),
            options =>
            {
                options.ConnectionString = connectionString;
                configure?.Invoke(options);
            }
        );
    }

    /// <summary>Keeps the journal in a schema of a database that the application reaches by a data source of its own.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="source">Finds the <c>NpgsqlDataSource</c>; called once, when the journal is opened.</param>
    /// <param name="configure">Changes other options.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Nothing is checked here. The start of the application reports everything that is wrong at once.</remarks>
    public static PaymentsBuilder UsePostgreSqlJournal(
        this PaymentsBuilder payments,
        Func<IServiceProvider, DbDataSource> source,
        Action<PostgreSqlJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        ArgumentNullException.ThrowIfNull(source);
        return payments.UseJournal(new PostgreSqlJournalProvider(source), options => configure?.Invoke(options));
    }
}
