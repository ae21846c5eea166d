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
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    public static PaymentsBuilder UsePostgreSqlJournal(
        this PaymentsBuilder payments,
        string connectionString,
        Action<PostgreSqlJournalOptions>? configure = null
    )
    {
        var options = new PostgreSqlJournalOptions { ConnectionString = connectionString };
        return payments.Use(options, configure, source: null);
    }

    /// <summary>Stores the journal in a schema of a PostgreSQL database, using a data source of the application.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="source">Gets the <c>NpgsqlDataSource</c>; called once, when the journal is opened.</param>
    /// <param name="configure">Changes other options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    public static PaymentsBuilder UsePostgreSqlJournal(
        this PaymentsBuilder payments,
        Func<IServiceProvider, DbDataSource> source,
        Action<PostgreSqlJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return payments.Use(new PostgreSqlJournalOptions(), configure, source);
    }

    private static PaymentsBuilder Use(
        this PaymentsBuilder payments,
        PostgreSqlJournalOptions options,
        Action<PostgreSqlJournalOptions>? configure,
        Func<IServiceProvider, DbDataSource>? source
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        configure?.Invoke(options);
        options.Check(hasSource: source is not null);
        return payments.UseJournal(
            async (services, end) =>
            {
                var time = services.GetRequiredService<TimeProvider>();
                return await PostgreSqlPaymentJournal
                    .OpenAsync(options, source?.Invoke(services), time, testClock: null, end)
                    .ConfigureAwait(false);
            }
        );
    }
}
