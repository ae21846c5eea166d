using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// The chosen journal, opened once: when a host starts, or otherwise at the first use. It closes the journal when the payments in progress
/// have ended, or their time limit has passed.
/// </summary>
internal sealed partial class JournalAccess : IPaymentJournal, IAsyncDisposable, IDisposable
{
    private static readonly JournalFailure NotOpen = new()
    {
        Kind = JournalFailureKind.Closed,
        Message = "The journal is not open.",
    };

    private readonly IServiceProvider _services;
    private readonly ProblemList _problems = new();
    private readonly InFlightPayments _inFlight;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    // Not disposed: it creates no wait handle, and a late opener may still release it.
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile IPaymentJournal? _opened;
    private volatile bool _isClosed;

    public JournalAccess(
        PaymentsRegistration registration,
        SharedOptions shared,
        IEnumerable<JournalProvider> providers,
        IEnumerable<JournalInCode> inCode,
        IServiceProvider services,
        InFlightPayments inFlight,
        TimeProvider time,
        PaymentsLog log
    )
    {
        _services = services;
        _inFlight = inFlight;
        _time = time;
        _logger = log;
        Path = registration.HasSection ? $"{registration.Configuration.Path}:{JournalSection.Key}" : JournalSection.Key;
        // What is wrong is reported with everything else when the gateways are made, and here to those who come without them.
        var settings = JournalSection.Read(registration, shared, providers, services, _problems);
        DrainTimeout = settings.Options.DrainTimeout;
        Choice = JournalSelection.Of(
            settings,
            [.. inCode.Select(one => one.Make(services, _problems))],
            Path,
            _problems
        );
    }

    public string Path { get; }

    public TimeSpan DrainTimeout { get; }

    /// <summary>The journal for the lifetime of the application; <see langword="null"/> when there is a problem with it.</summary>
    public JournalChoice? Choice { get; }

    public JournalHealth Health =>
        _opened?.Health ?? new JournalHealth { IsOpenForSends = false, LastFailure = NotOpen };

    /// <summary>Whether the journal is open. Reading this property does not open it.</summary>
    public bool IsOpen => _opened is not null && !_isClosed;

    /// <summary>The kind of the open journal, for display; <see langword="null"/> while it is not open.</summary>
    public string? Kind => _opened?.GetType().Name.Replace("PaymentJournal", "", StringComparison.Ordinal);

    public TimeProvider Clock => _opened?.Clock ?? _time;

    /// <exception cref="PaymentConfigurationException">No journal is chosen, several are, or its options have problems.</exception>
    /// <exception cref="JournalUnavailableException">The journal cannot be opened.</exception>
    public async ValueTask<IPaymentJournal> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_isClosed && _opened is { } opened)
        {
            return opened;
        }

        if (_problems.Count > 0)
        {
            throw new PaymentConfigurationException(_problems);
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isClosed)
            {
                throw new JournalUnavailableException(NotOpen);
            }

            if (_opened is null)
            {
                // Log immediately, because a database that does not answer delays the start.
                Log.JournalOpens(_logger, Choice!.MadeBy);
                _opened = await Choice.Open(_services, cancellationToken).ConfigureAwait(false);
            }

            return _opened;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        var journal = await Now(cancellationToken);
        Warn(journal.Health.Warning);
        var began = Timestamp();
        var decision = await journal.BeginAsync(intent, cancellationToken).ConfigureAwait(false);
        Measure(began, "Begin");
        WatchHealth(journal.Health);
        return decision;
    }

    public async Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    )
    {
        var journal = await Now(cancellationToken);
        var began = Timestamp();
        var write = await journal
            .CompleteAsync(key, attempt, outcome, publish, resends, cancellationToken)
            .ConfigureAwait(false);
        Measure(began, "Complete");
        return write;
    }

    public async Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) =>
        await (await Now(cancellationToken))
            .ExtendAsync(key, attempt, resends, sendBy, cancellationToken)
            .ConfigureAwait(false);

    public async Task<JournalTurn> GetTurnAsync(
        JournalKey key,
        int attempt,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).GetTurnAsync(key, attempt, cancellationToken).ConfigureAwait(false);

    public async Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    ) =>
        await (await Now(cancellationToken)).AmendAsync(key, attempt, reading, cancellationToken).ConfigureAwait(false);

    public async Task<JournalWrite> ResolveAsync(
        JournalResolution resolution,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).ResolveAsync(resolution, cancellationToken).ConfigureAwait(false);

    public async Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).ObserveAsync(observation, cancellationToken).ConfigureAwait(false);

    public async Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    ) =>
        await (await Now(cancellationToken))
            .NoteAsync(transaction, notification, cancellationToken)
            .ConfigureAwait(false);

    public async Task<JournalWrite> LeaseAsync(
        JournalKey key,
        long revision,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).LeaseAsync(key, revision, until, cancellationToken).ConfigureAwait(false);

    public async Task<JournalWrite> EndLeaseAsync(
        JournalKey key,
        long epoch,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).EndLeaseAsync(key, epoch, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    ) =>
        await (await Now(cancellationToken))
            .ClaimChecksAsync(gateway, until, limit, cancellationToken)
            .ConfigureAwait(false);

    public async Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    ) =>
        await (await Now(cancellationToken))
            .EndCheckAsync(key, claimedUntil, next, cancellationToken)
            .ConfigureAwait(false);

    public async Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) =>
        await (await Now(cancellationToken)).MarkPublishedAsync(key, revision, cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for the payments in progress, up to a time limit.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        var left = await _inFlight.DrainAsync(DrainTimeout, _time, cancellationToken).ConfigureAwait(false);
        if (left > 0)
        {
            Log.NotDrained(_logger, left);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        await DrainAsync().ConfigureAwait(false);
        await _opening.WaitAsync().ConfigureAwait(false);
        _isClosed = true;
        _opening.Release();
        switch (Interlocked.Exchange(ref _opened, null))
        {
            case IAsyncDisposable asynchronous:
                await asynchronous.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable synchronous:
                synchronous.Dispose();
                break;
        }
    }

#pragma warning disable VSTHRD002 // A container that is disposed synchronously leaves no other way to close the journal.
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private ConfiguredValueTaskAwaitable<IPaymentJournal> Now(CancellationToken cancellationToken) =>
        OpenAsync(cancellationToken).ConfigureAwait(false);

    private async IAsyncEnumerable<JournalEntry> StreamAsync(
        Func<IPaymentJournal, IAsyncEnumerable<JournalEntry>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var journal = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var entry in read(journal).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }
}
