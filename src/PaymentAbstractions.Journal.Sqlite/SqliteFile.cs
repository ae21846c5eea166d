using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Asks SQLite about its file. It compares by stat: to open and close the file by other means would drop SQLite's locks.</summary>
internal static partial class SqliteFile
{
    private const int HasMovedControl = 20;

    public static bool HasMoved(SqliteConnection connection)
    {
        var hasMoved = 0;
        var code = Control(connection.Handle!.DangerousGetHandle(), "main", HasMovedControl, ref hasMoved);
        return code == raw.SQLITE_OK && hasMoved != 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Control(nint connection, string database, int operation, ref int argument);
}
