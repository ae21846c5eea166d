using System.Data.Common;
using System.Text.Json;

namespace PaymentAbstractions.Journal;

// What is found is decoded before the next statement runs, so that one connection is enough.
internal sealed partial class SqlStore
{
    private const int PageSize = 128;
    private const string SelectEntry = "SELECT id, started_at, entry FROM payments WHERE ";

    public JournalEntry? Find(JournalKey key) =>
        Read(
                Command(
                    SelectEntry + "environment = @environment AND key = @key",
                    ("@environment", NameOf(key.Environment)),
                    ("@key", key.Key.Value)
                )
            )
            .Select(Decoded)
            .FirstOrDefault();

    public IEnumerable<JournalEntry> FindByOrder(GatewayEnvironment environment, OrderReference order) =>
        Read(
                Command(
                    SelectEntry + "environment = @environment AND order_reference = @order",
                    ("@environment", NameOf(environment)),
                    ("@order", order.Value)
                )
            )
            .Select(Decoded);

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        Read(Command(SelectEntry + "transaction_reference = @transaction", ("@transaction", transaction.Identity)))
            .Select(Decoded);

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        Read(
                Command(
                    SelectEntry + "original = @original OR original_root = @original",
                    ("@original", original.Identity)
                )
            )
            .Select(Decoded);

    public JournalCounts Count(GatewayEnvironment? environment)
    {
        var name = environment is { } one ? NameOf(one) : null;
        return new JournalCounts
        {
            Open = Count("state = 'Open'", name),
            Pending = Count("state = 'Pending'", name),
            Unknown = Count("state = 'Unknown'", name),
            Unpublished = Count("is_unpublished = 1", name),
            DuplicateCharges = Count("is_duplicate = 1", name),
        };
    }

    /// <summary>The next entries of a list that are wanted, from its beginning or after a place, and where to go on; none when there are no more.</summary>
    public (List<JournalEntry> Entries, SqlPlace? Next) Page(
        SqlList list,
        SqlPlace? after,
        Func<JournalEntry, bool> isWanted
    )
    {
        var rows = Read(
            Command(
                SelectEntry
                    + list.Condition
                    + " AND (started_at, id) > (@started, @id) ORDER BY started_at, id LIMIT @limit",
                ("@started", after?.StartedAt ?? dialect.Time(DateTimeOffset.UnixEpoch)),
                ("@id", after?.Id ?? 0),
                ("@limit", PageSize)
            )
        );
        List<JournalEntry> entries = [.. rows.Select(TryDecode).OfType<JournalEntry>().Where(isWanted)];
        return (entries, rows.Count < PageSize ? null : rows[^1].Place);
    }

    private long Count(string condition, string? environment) =>
        Convert.ToInt64(
            Command(
                    $"SELECT count(*) FROM payments WHERE {condition} AND (@environment IS NULL OR environment = @environment)",
                    ("@environment", environment)
                )
                .ExecuteScalar(),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static List<SqlRow> Read(DbCommand command)
    {
        var rows = new List<SqlRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(new SqlRow(new SqlPlace(reader.GetValue(1), reader.GetInt64(0)), reader.GetString(2)));
        }

        return rows;
    }

    private JournalEntry Decoded(SqlRow row)
    {
        try
        {
            return EntryCodec.Read(row.Entry);
        }
        catch (Exception exception) when (exception is JsonException or PaymentException or NotSupportedException)
        {
            throw new JournalDamagedException(dialect.Place, row.Place.Id, exception.Message);
        }
    }

    // One entry that cannot be read is reported and keeps its key blocked, and must not hide the others.
    private JournalEntry? TryDecode(SqlRow row)
    {
        try
        {
            return Decoded(row);
        }
        catch (JournalDamagedException exception)
        {
            LastFailure = new JournalFailure { Kind = JournalFailureKind.Damaged, Message = exception.Message };
            return null;
        }
    }

    private static string NameOf(GatewayEnvironment environment) => environment.ToString();
}
