using System.Data.Common;
using System.Globalization;

namespace PaymentAbstractions.Journal;

/// <summary>Upgrades the schema of a database, one version after the other, in one transaction.</summary>
internal sealed class SqlSchema(SqlDialect dialect, DbConnection connection, TimeProvider time)
{
    public const string Table =
        "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, applied_at TEXT NOT NULL)";

    /// <exception cref="JournalUnavailableException">
    /// A later version of this library has changed the schema, or an earlier one created it and it may not be changed.
    /// </exception>
    public void Update()
    {
        dialect.Begin(connection, isWrite: true);
        try
        {
            Run(Table);
            var (present, known) = (Version(), dialect.Migrations.Count);
            if (present > known)
            {
                throw new JournalUnavailableException(TooNew(dialect, present));
            }

            if (present < known && !dialect.Migrates)
            {
                throw new JournalUnavailableException(TooOld(dialect, present));
            }

            for (var version = present + 1; version <= known; version++)
            {
                Run(dialect.Migrations[version - 1]);
                Run(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"INSERT INTO schema_versions (version, applied_at) VALUES ({version}, '{time.GetUtcNow():O}')"
                    )
                );
            }

            Run("COMMIT");
        }
        catch
        {
            TakeBack();
            throw;
        }
    }

    private void TakeBack()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (Exception exception) when (dialect.IsFailure(exception))
        {
            // The database has already rolled back; the first failure is the important one.
        }
    }

    public static JournalFailure TooNew(SqlDialect dialect, int present) =>
        new()
        {
            Kind = JournalFailureKind.SchemaTooNew,
            Message =
                $"The journal {dialect.Place} has schema version {present}, but this version of the library supports only "
                + $"version {dialect.Migrations.Count}. Use the version of the library that wrote it, or a later one.",
        };

    public static JournalFailure TooOld(SqlDialect dialect, int present) =>
        new()
        {
            Kind = present == 0 ? JournalFailureKind.Missing : JournalFailureKind.SchemaTooOld,
            Message =
                $"The journal {dialect.Place} has schema version {present}, but version {dialect.Migrations.Count} is needed. It may not be "
                + "upgraded here: run `payments migrate` once every application has been updated, or set Migrate.",
        };

    private int Version()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(version), 0) FROM schema_versions";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Run(string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts consist of those of the dialect and a number.
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
