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
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    public static PaymentsBuilder UseSqliteJournal(
        this PaymentsBuilder payments,
        string path,
        Action<SqliteJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        var options = new SqliteJournalOptions { Path = path };
        configure?.Invoke(options);
        var problems = new ProblemList();
        options.Validate(problems);
        if (problems.Count > 0)
        {
            throw new PaymentConfigurationException(problems);
        }

        return payments.UseJournal(
            async (services, cancellationToken) =>
                await SqliteJournalProvider.OpenInAsync(options, services, cancellationToken).ConfigureAwait(false)
        );
    }
}
