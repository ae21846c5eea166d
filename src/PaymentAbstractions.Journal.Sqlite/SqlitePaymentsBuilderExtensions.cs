using PaymentAbstractions;
using PaymentAbstractions.Journal.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a SQLite journal in code.</summary>
public static class SqlitePaymentsBuilderExtensions
{
    /// <summary>Stores the journal in a SQLite file on a local disk, which several processes of one host can share.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="path">The file, relative to the content root of the host. It is created with its folder when it is missing.</param>
    /// <param name="configure">Changes other options.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Nothing is checked here. The start of the application reports everything that is wrong at once.</remarks>
    public static PaymentsBuilder UseSqliteJournal(
        this PaymentsBuilder payments,
        string path,
        Action<SqliteJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        return payments.UseJournal(
            new SqliteJournalProvider(),
            options =>
            {
                options.Path = path;
                configure?.Invoke(options);
            }
        );
    }
}
