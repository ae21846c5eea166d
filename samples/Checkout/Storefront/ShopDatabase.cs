using Microsoft.Data.Sqlite;

namespace Checkout.Storefront;

/// <summary>The shop's SQLite file: carts and orders. The payment journal has a file of its own.</summary>
public sealed class ShopDatabase
{
    private const string Schema = """
        PRAGMA journal_mode=WAL;
        CREATE TABLE IF NOT EXISTS carts(
          id TEXT PRIMARY KEY, shopper TEXT NOT NULL, lines TEXT NOT NULL, is_ordered INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX IF NOT EXISTS open_cart ON carts(shopper) WHERE is_ordered=0;
        CREATE TABLE IF NOT EXISTS orders(
          number TEXT PRIMARY KEY, cart TEXT NOT NULL UNIQUE, shopper TEXT NOT NULL, placed TEXT NOT NULL,
          version INTEGER NOT NULL, in_doubt INTEGER NOT NULL, payment TEXT NOT NULL, details TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS orders_of_shopper ON orders(shopper, placed);
        CREATE INDEX IF NOT EXISTS orders_in_doubt ON orders(in_doubt) WHERE in_doubt=1;
        CREATE TRIGGER IF NOT EXISTS cart_is_ordered AFTER INSERT ON orders
          BEGIN UPDATE carts SET is_ordered=1 WHERE id=NEW.cart; END;
        """;

    private readonly string _connection;

    public ShopDatabase(string folder)
    {
        Directory.CreateDirectory(folder);
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "shop.db"),
            DefaultTimeout = 10,
        }.ToString();
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> RunAsync(string sql, CancellationToken cancellationToken, params (string, object?)[] values)
    {
        await using var connection = Open();
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads rows.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql,
        Func<SqliteDataReader, T> read,
        CancellationToken cancellationToken,
        params (string, object?)[] values
    )
    {
        await using var connection = Open();
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        using var command = connection.CreateCommand();
        // A save that returned survives a crash of the machine as well.
        command.CommandText = "PRAGMA synchronous=FULL";
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string, object?)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant; what is given from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
