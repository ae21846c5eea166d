using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.Journal;

// Results are decoded before the next statement runs, so that one connection is enough.
internal partial class SqlStore
{
    private const int PageSize = 128;
    private const int MaxDecoded = 256;
    private const string OfEnvironment = "environment = coalesce(@environment, environment)";

    /// <summary>The columns of a <see cref="SqlRow"/>.</summary>
    protected const string SelectEntry = "SELECT id, started_at, entry_version, entry FROM payments WHERE ";

    protected const string SelectTickets = """
        SELECT guards.id, payments.environment, payments.key, guards.is_shared, guards.until, guards.name
        FROM guards JOIN payments ON payments.id = guards.payment_id
        """;

    // The steps of a capture or refund read the same few entries again and again. The text decides whether an
    // entry is still the same.
    private readonly Dictionary<long, (string Text, JournalEntry Entry)> _decoded = [];

    public virtual JournalEntry? Find(JournalKey key) =>
        Read(
                Command(
                    SelectEntry + "environment = @environment AND key = @key",
                    ("@environment", NameOf(key.Environment)),
                    ("@key", key.Key.Value)
                )
            )
            .Select(Decoded)
            .FirstOrDefault();

    public virtual IEnumerable<JournalEntry> FindByKey(JournalKey key) =>
        Read(
                Command(
                    SelectEntry + "key = @key ORDER BY environment <> @environment",
                    ("@key", key.Key.Value),
                    ("@environment", NameOf(key.Environment))
                )
            )
            .Select(Decoded);

    public virtual IEnumerable<JournalEntry> FindByOrder(
        OrderReference order,
        GatewayEnvironment? environment = null
    ) =>
        Read(
                Command(
                    SelectEntry + OfEnvironment + " AND order_reference = @order",
                    ("@environment", environment is { } one ? NameOf(one) : null),
                    ("@order", order.Value)
                )
            )
            .Select(Decoded);

    public virtual IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        Read(Command(SelectEntry + "transaction_reference = @transaction", ("@transaction", transaction.Identity)))
            .Select(Decoded);

    public virtual IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        Read(
                Command(
                    SelectEntry + "original = @original OR original_root = @original",
                    ("@original", original.Identity)
                )
            )
            .Select(Decoded);

    public virtual IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    ) =>
        Read(
                Command(
                    SelectEntry + "customer = @customer AND started_at >= @since",
                    ("@customer", JournalEntry.CustomerAt(account, customerId)),
                    ("@since", dialect.Time(since))
                )
            )
            .Select(Decoded);

    public IEnumerable<JournalEntry> FindByMethod(
        GatewayEnvironment environment,
        string methodFingerprint,
        DateTimeOffset since,
        int limit
    ) =>
        Read(
                Command(
                    SelectEntry
                        + "method_fingerprint = @method AND started_at >= @since AND environment = @environment "
                        + "AND operation IN ('Sale', 'Authorize') ORDER BY started_at DESC LIMIT @limit",
                    ("@method", methodFingerprint),
                    ("@since", dialect.Time(since)),
                    ("@environment", NameOf(environment)),
                    ("@limit", limit)
                )
            )
            .Select(Decoded);

    public virtual IEnumerable<JournalTicket> FindTickets(string guard)
    {
        var tickets = new List<JournalTicket>();
        using var reader = Command(SelectTickets + " WHERE guards.name = @name ORDER BY guards.id", ("@name", guard))
            .ExecuteReader();
        while (reader.Read())
        {
            tickets.Add(TicketOf(reader));
        }

        return tickets;
    }

    /// <summary>A row of <see cref="SelectTickets"/>.</summary>
    protected JournalTicket TicketOf(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            new JournalKey(
                Enum.Parse<GatewayEnvironment>(reader.GetString(1)),
                new IdempotencyKey(reader.GetString(2))
            ),
            reader.GetInt32(3) != 0,
            dialect.ReadTime(reader.GetValue(4))
        );

    public JournalCounts Count(GatewayEnvironment? environment)
    {
        var name = environment is { } one ? NameOf(one) : null;
        var states = CountStates(name);
        return new JournalCounts
        {
            Open = states.GetValueOrDefault(nameof(JournalEntryState.Open)),
            Pending = states.GetValueOrDefault(nameof(JournalEntryState.Pending)),
            Unknown = states.GetValueOrDefault(nameof(JournalEntryState.Unknown)),
            Unpublished = Count(EntryList.Unpublished, name),
            DuplicateCharges = Count(EntryList.DuplicateCharges, name),
        };
    }

    /// <summary>
    /// Reads the next matching entries of a list, from its beginning or after a position, and the position to continue from;
    /// <see langword="null"/> when there are no more.
    /// </summary>
    public (List<JournalEntry> Entries, SqlPlace? Next) Page(
        EntryList list,
        SqlPlace? after,
        Func<JournalEntry, bool> isWanted
    )
    {
        (string, object?)[] times = list.Period is var (from, until)
            ? [("@from", dialect.Time(from)), ("@until", dialect.Time(until))]
            : [];
        var rows = Read(
            Command(
                SelectEntry
                    + list.Condition
                    + " AND (started_at, id) > (@started, @id) ORDER BY started_at, id LIMIT @limit",
                [
                    .. times,
                    ("@started", after?.Time ?? dialect.Time(DateTimeOffset.UnixEpoch)),
                    ("@id", after?.Id ?? 0),
                    ("@limit", PageSize),
                ]
            )
        );
        List<JournalEntry> entries = [.. rows.Select(TryDecode).OfType<JournalEntry>().Where(isWanted)];
        return (entries, rows.Count < PageSize ? null : rows[^1].Place);
    }

    // With the condition of the index, because otherwise the whole table would be read.
    private Dictionary<string, long> CountStates(string? environment)
    {
        var states = new Dictionary<string, long>(StringComparer.Ordinal);
        using var reader = Command(
                $"SELECT state, count(*) FROM payments WHERE {EntryList.InDoubt.Condition} AND {OfEnvironment} GROUP BY state",
                ("@environment", environment)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            states.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return states;
    }

    private long Count(EntryList list, string? environment) =>
        Convert.ToInt64(
            Command(
                    $"SELECT count(*) FROM payments WHERE {list.Condition} AND {OfEnvironment}",
                    ("@environment", environment)
                )
                .ExecuteScalar(),
            CultureInfo.InvariantCulture
        );

    /// <summary>Sends the pending writes.</summary>
    protected virtual void Flush() { }

    private List<SqlRow> Read(DbCommand command)
    {
        Flush();
        var rows = new List<SqlRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(RowOf(reader));
        }

        return rows;
    }

    /// <summary>A row of <see cref="SelectEntry"/>.</summary>
    protected static SqlRow RowOf(DbDataReader reader) =>
        new(new SqlPlace(reader.GetValue(1), reader.GetInt64(0)), reader.GetInt32(2), reader.GetString(3));

    protected JournalEntry Decoded(SqlRow row)
    {
        if (_decoded.TryGetValue(row.Place.Id, out var known) && known.Text == row.Entry)
        {
            return known.Entry;
        }

        var entry = Decode(row);
        if (_decoded.Count == MaxDecoded)
        {
            _decoded.Clear();
        }

        _decoded[row.Place.Id] = (row.Entry, entry);
        return entry;
    }

    private JournalEntry Decode(SqlRow row)
    {
        if (row.Version > EntryCodec.Version)
        {
            throw new JournalDamagedException(
                dialect.Place,
                row.Place.Id,
                $"A later version of the library wrote it, in format version {row.Version}."
            );
        }

        try
        {
            return EntryCodec.Read(row.Entry);
        }
        catch (Exception exception) when (exception is JsonException or PaymentException or NotSupportedException)
        {
            throw new JournalDamagedException(dialect.Place, row.Place.Id, exception.Message);
        }
    }

    // An entry that cannot be read is reported and keeps its key blocked, and must not hide the others.
    private JournalEntry? TryDecode(SqlRow row)
    {
        try
        {
            return Decode(row);
        }
        catch (JournalDamagedException exception)
        {
            _lastFailure = new JournalFailure { Kind = JournalFailureKind.Damaged, Message = exception.Message };
            return null;
        }
    }

    private static string NameOf(GatewayEnvironment environment) => environment.ToString();
}
