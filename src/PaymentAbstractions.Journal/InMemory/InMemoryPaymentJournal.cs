using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Journal;

/// <summary>
/// A journal in the memory of the process, for tests, sandboxes and applications that accept what it does not promise: nothing
/// survives the end of the process.
/// </summary>
/// <remarks>
/// <para>
/// While the process lives it decides as every journal does. After it, a repeat of a key is sent again, an order can be charged
/// again, and what was in doubt is not looked up. "Durable" in <see cref="IPaymentJournal"/> means recorded in memory here.
/// </para>
/// <para>
/// A closed payment is forgotten when <see cref="InMemoryJournalOptions.KeepClosedFor"/> has passed since its last change, and
/// earlier, oldest first, beyond <see cref="InMemoryJournalOptions.MostClosed"/>. What is forgotten is open again: its key is new,
/// its order can be charged, and its refunds, captures and voids count for nothing. A payment and what was captured, voided and
/// refunded of it are forgotten together, by their latest change. They are kept as long as one of them is open, Pending, Unknown,
/// unpublished or a duplicate charge.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class InMemoryPaymentJournal : IPaymentJournal
{
    // In percent of what may be in doubt. The gap keeps the warning from coming and going with every payment.
    private const int WarnFrom = 80;
    private const int WarnUntilBelow = 70;

    private readonly InMemoryJournalOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly MemoryEntries _entries = new();
    private volatile JournalHealth _health = new() { IsOpenForSends = true };

    /// <summary>Creates a journal that holds nothing.</summary>
    /// <param name="options">How much it keeps; the defaults when null. Later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <exception cref="PaymentConfigurationException">An option has no meaning.</exception>
    public InMemoryPaymentJournal(InMemoryJournalOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options?.Copy() ?? new InMemoryJournalOptions();
        _time = timeProvider ?? TimeProvider.System;
        var problems = new ProblemList();
        _options.Validate(problems);
        if (problems.Count > 0)
        {
            throw new PaymentConfigurationException(problems);
        }
    }

    /// <inheritdoc />
    /// <remarks>
    /// Warns when 80 % of the payments that may be in doubt are, until they are fewer than 70 %. Closed to new attempts while all are.
    /// </remarks>
    public JournalHealth Health => _health;

    /// <inheritdoc />
    /// <remarks>NotRecorded, <see cref="JournalFailureKind.Full"/>, when as many payments are in doubt as may be.</remarks>
    public Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(intent);
        return CallAsync(now => Begin(intent, now), cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return CallAsync(
            now => Write(JournalRules.Complete(_entries, key, attempt, outcome, publish, now), now),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => CallAsync(now => Write(JournalRules.Extend(_entries.Find(key), attempt, sendBy), now), cancellationToken);

    /// <inheritdoc />
    /// <exception cref="PaymentRequestException">The key is missing, or a person's name or reason.</exception>
    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        return CallAsync(now => Write(JournalRules.Resolve(_entries, resolution), now), cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(observation);
        return CallAsync(now => Write(JournalRules.Observe(_entries, observation), now), cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => CallAsync(now => Write(JournalRules.Publish(_entries.Find(key), revision), now), cancellationToken);

    /// <inheritdoc />
    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        CallAsync(_ => _entries.Find(key), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => StreamAsync(() => [.. _entries.FindByOrder(environment, order)], int.MaxValue, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return StreamAsync(() => [.. _entries.FindByTransaction(transaction)], int.MaxValue, cancellationToken);
    }

    /// <inheritdoc />
    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(original);
        return CallAsync(_ => JournalRules.AmountsOf(_entries, original), cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return StreamAsync(() => _entries.List(query.Wants), query.Limit, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => StreamAsync(() => _entries.List(static entry => entry.IsUnpublished), limit, cancellationToken);

    /// <inheritdoc />
    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => CallAsync(_ => _entries.Count(environment), cancellationToken);

    private JournalDecision Begin(JournalIntent intent, DateTimeOffset now)
    {
        var decision = JournalRules.Begin(_entries, intent);
        if (!decision.IsStarted)
        {
            return decision;
        }

        if (_entries.InDoubt >= _options.MostInDoubt)
        {
            var failure = Full();
            _health = _health with { LastFailure = failure };
            return JournalDecision.NotRecorded(failure);
        }

        _entries.Set([decision.Entry!], now);
        Look();
        return decision;
    }

    private JournalWrite Write(JournalWrite write, DateTimeOffset now)
    {
        if (write.Status == JournalWriteStatus.Recorded)
        {
            _entries.Set([write.Entry!, .. write.Others], now);
            Look();
        }

        return write;
    }

    // How full the journal is, in coarse steps: the object is replaced only when one is passed.
    private void Look()
    {
        var isOpen = _entries.InDoubt < _options.MostInDoubt;
        var percent = 100L * _entries.InDoubt / _options.MostInDoubt;
        var warns = percent >= WarnFrom || (percent >= WarnUntilBelow && _health.Warning is not null);
        if (isOpen != _health.IsOpenForSends || warns != _health.Warning is not null)
        {
            _health = _health with { IsOpenForSends = isOpen, Warning = warns ? Warning() : null };
        }
    }

    private string Warning() =>
        $"The journal in memory is filling: {WarnFrom} % of the {_options.MostInDoubt} payments that may be open, Pending or Unknown "
        + "have been. When all are, nothing more is sent. See why they are not resolved, or raise "
        + $"{nameof(InMemoryJournalOptions.MostInDoubt)}.";

    private JournalFailure Full() =>
        new()
        {
            Kind = JournalFailureKind.Full,
            Message =
                $"The journal in memory is full: {_options.MostInDoubt} payments are open, Pending or Unknown, and none of them may be "
                + $"forgotten. See why they are not resolved, or raise {nameof(InMemoryJournalOptions.MostInDoubt)}.",
        };

    private Task<T> CallAsync<T>(Func<DateTimeOffset, T> call, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<T>(cancellationToken)
            : Task.FromResult(Call(call));

    private T Call<T>(Func<DateTimeOffset, T> call)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            _entries.Forget(now - _options.KeepClosedFor, _options.MostClosed);
            return call(now);
        }
    }

    private async IAsyncEnumerable<JournalEntry> StreamAsync(
        Func<List<JournalEntry>> read,
        int limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (
            var entry in (await CallAsync(_ => read(), cancellationToken).ConfigureAwait(false)).Take(
                Math.Max(limit, 0)
            )
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }
}
