using Microsoft.Data.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Short methods that run SQL.</summary>
internal static class SqliteConnections
{
    public static object? Run(this SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the tests.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
