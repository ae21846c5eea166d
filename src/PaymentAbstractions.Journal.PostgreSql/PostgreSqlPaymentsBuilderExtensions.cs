using System.Data.Common;
using PaymentAbstractions;
using PaymentAbstractions.Journal.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a PostgreSQL journal in code.</summary>
public static class PostgreSqlPaymentsBuilderExtensions
{
    /// <summary>Stores the journal in a schema of a PostgreSQL database, which many hosts can share.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="connectionString">The Npgsql connection string of the database.</param>
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

    /// <summary>Stores the journal in a schema of a PostgreSQL database, using a data source of the application.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="source">Gets the <c>NpgsqlDataSource</c>; called once, when the journal is opened.</param>
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
