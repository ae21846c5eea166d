using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>One run with one profile of each provider: drives orders, kills and restarts workers, settles, and audits.</summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(30);

    // On a slow machine, a late start looks up hundreds of payments while three other workers and the faults are active.
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromMinutes(3);

    // Longer than an attempt may take to be sent and answered, so that the payments of a dead worker are due at once.
    private static readonly TimeSpan UsualOutage = TimeSpan.FromMinutes(16);

    // All outages together are shorter than the time for which Rebilly honors a key; after it nothing may be sent again.
    private static readonly TimeSpan AllOutages = TimeSpan.FromHours(18);
    private const int DeathsARun = 10;
    private const int DisturbancesARun = 60;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly ChaosOptions _options;
    private readonly ProfilePair _profiles;
    private readonly int _seed;
    private readonly ChaosDatabase? _database;
    private readonly int _hooks = Webhook.FindPort();
    private readonly string _folder = Directory.CreateTempSubdirectory("chaos-").FullName;
    private readonly AnswerLog _answers = new();
    private readonly List<string> _failures = [];
    private readonly List<TimeSpan> _recoveries = [];
    private readonly SortedDictionary<string, int> _kills = new(StringComparer.Ordinal);
    private SandboxChild? _sandbox;
    private WorkerChild? _worker;
    private IReadOnlyList<string> _unresolved = [];
    private IReadOnlyList<string> _unpublished = [];
    private TimeSpan _ahead;
    private int _closedByPerson;
    private int _lives;

    public ChaosRun(ChaosOptions options, ProfilePair profiles, int seed, ChaosDatabase? database)
    {
        (_options, _profiles, _seed, _database) = (options, profiles, seed, database);
    }

    private string JournalFolder => Path.Combine(_folder, "journal");

    private string SoldElsewhere => Path.Combine(_folder, "elsewhere.json");

    private TimeSpan Outage =>
        TimeSpan.FromSeconds(
            Math.Min(UsualOutage.TotalSeconds, Math.Floor(AllOutages.TotalSeconds / (_options.Kills + 10)))
        );

    private int Customers => Math.Max(8, _options.Payments / 3);

    public async Task<RunResult> RunAsync(CancellationToken cancellationToken)
    {
        _sandbox = await SandboxChild.StartAsync(_profiles, _seed, _options.Faults, Customers, _hooks);
        await OtherSystem.SellAsync(_sandbox, _seed, _options.Payments, Customers, SoldElsewhere, cancellationToken);
        var clock = Stopwatch.StartNew();
        using var calm = new CancellationTokenSource();
        var disturbing = _database?.DisturbAsync(
            _seed,
            (random, end) => AdvanceAsync(random, DisturbancesARun, end),
            name => Count($"db: {name}"),
            calm.Token
        );
        foreach (var kill in Kill.Plan(_options.Kills, _options.Payments, _seed))
        {
            await LiveAsync(kill, cancellationToken);
        }

        await LiveAsync(null, cancellationToken);
        await calm.CancelAsync();
        await (disturbing ?? Task.CompletedTask);
        var driving = clock.Elapsed;
        clock.Restart();
        await SettleAsync(cancellationToken);
        var settling = clock.Elapsed;
        var webhooks = await _sandbox.CountWebhooksAsync();
        var entries = await ReadEntriesAsync();
        await StopWorkerAsync();
        return new RunResult
        {
            Profiles = _profiles,
            Seed = _seed,
            Orders = _answers.Done,
            OrdersPerSecond = _answers.Done / driving.TotalSeconds,
            Settling = settling,
            Recoveries = _recoveries,
            Kills = _kills,
            Faults = await _sandbox.CountFaultsAsync(),
            Webhooks = webhooks,
            Audit = Auditor.Run(
                await _sandbox.ReadLedgerAsync(),
                entries,
                await _sandbox.CountChargesAsync(_options.Payments),
                _answers.Told,
                _unresolved,
                [
                    .. Hearing.Check(entries, _answers.Heard, _unpublished),
                    .. SetupAudit.Check(entries, await _sandbox.ReadSetupsAsync()),
                ]
            ),
            Answers = _answers,
            Unresolved = _unresolved,
            ClosedByPerson = _closedByPerson,
            Failures = [.. _failures, .. _answers.Broken, .. Webhook.Check(webhooks)],
        };
    }

    public ValueTask DisposeAsync()
    {
        _worker?.Dispose();
        _sandbox?.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still exiting may hold a file open.
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Runs one life of the worker until it is killed; the last one ends when all orders are complete.</summary>
    private async Task LiveAsync(Kill? kill, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_options.Sabotage == Sabotage.LostVolume && Directory.Exists(JournalFolder))
        {
            Directory.Delete(JournalFolder, recursive: true);
        }

        if (_options.Jumps)
        {
            await PassAsync(Outage);
        }

        if (_lives % 3 == 2)
        {
            await _sandbox!.SettleAsync();
        }

        var up = await HoldUpAsync();
        var worker = StartWorker();
        using var lifeEnds = new CancellationTokenSource();
        var beside = Enumerable
            .Range(1, _options.Workers - 1)
            .Select(number => AccompanyAsync(number, lifeEnds.Token))
            .ToList();
        var death = kill?.AtStart == true ? DieAsync(worker, kill, cancellationToken) : null;
        try
        {
            await WhenReadyAsync(worker, up);
            if (kill?.Step is CrashStep.DuringRecovery or CrashStep.AfterResolution or CrashStep.DuringHandler)
            {
                await worker.ArmAsync(kill.Step.Value, 0);
            }

            var clock = Stopwatch.StartNew();
            await worker.RecoverAsync(RecoveryLimit);
            _recoveries.Add(clock.Elapsed);
            // Some of the completed orders are requested again: repeats must be answered from the journal.
            await worker.DriveAsync(Math.Max(0, _answers.FirstUndone() - 8), _options.Payments);
            await worker.WhenDoneAsync(kill?.AfterOrders ?? int.MaxValue, DriveLimit(), cancellationToken);
        }
        catch (IOException exception)
        {
            if (kill is null || !worker.IsDying && death is null)
            {
                Fail(worker, $"life {_lives}: {exception.Message}");
            }
        }

        if (kill is not null)
        {
            await (death ?? DieAsync(worker, kill, cancellationToken));
        }

        await lifeEnds.CancelAsync();
        await Task.WhenAll(beside);
        if (kill is null && !worker.IsDriven)
        {
            _failures.Add($"Only {_answers.Done} of {_options.Payments} orders were through in time.");
        }
    }

    private WorkerChild StartWorker()
    {
        _worker?.Dispose();
        return _worker = Start(_lives++, _hooks);
    }

    /// <summary>Runs another process on the same journal and orders, kills it at random moments, and starts it again.</summary>
    private async Task AccompanyAsync(int number, CancellationToken lifeEnds)
    {
        var random = new Random(unchecked((_seed * 13) + (_lives * 101) + number));
        for (var life = 1; !lifeEnds.IsCancellationRequested; life++)
        {
            var up = await HoldUpAsync();
            using var companion = Start((_lives * 1000) + (number * 100) + life, hooks: 0);
            try
            {
                await WhenReadyAsync(companion, up);
                await companion.DriveAsync(Math.Max(0, _answers.FirstUndone() - 8), _options.Payments);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 3000)), lifeEnds);
                await AdvanceAsync(random, DeathsARun, lifeEnds);
            }
            catch (OperationCanceledException)
            {
                // The life of the main worker has ended, and this process ends with it.
            }
            catch (IOException exception)
            {
                Fail(companion, $"a process beside life {_lives}: {exception.Message}");
            }

            await companion.KillAsync();
            Count("beside");
        }
    }

    // Counts completed orders and not time, so that a long run on a slow machine does not spend its time on restarts.
    private async Task AdvanceAsync(Random random, int timesARun, CancellationToken end)
    {
        var goal = _answers.Done + random.Next((2 * _options.Payments / timesARun) + 1);
        while (_answers.Done < goal)
        {
            await Task.Delay(Glance, end);
        }
    }

    private WorkerChild Start(int life, int hooks) =>
        WorkerChild.Start(
            _sandbox!,
            _answers,
            [
                ("journal", _database?.ConnectionString ?? JournalFolder),
                ("clock", _options.Jumps ? "jumps" : "steady"),
                ("elsewhere", SoldElsewhere),
                ("kind", _options.Journal),
                ("seed", Text(_seed)),
                ("life", Text(life)),
                ("hooks", Text(hooks)),
                ("callers", Text(_options.Callers)),
                ("customers", Text(Customers)),
                ("ahead", Text((int)_ahead.TotalSeconds)),
                ("shipping", Text((int)_profiles.Terminal.NewShippingId)),
                ("sabotage", $"{_options.Sabotage}"),
            ]
        );

    private async Task DieAsync(WorkerChild worker, Kill kill, CancellationToken cancellationToken)
    {
        var name = kill.Name;
        if (kill.Step is { } step && !worker.IsDying)
        {
            if (!await worker.DieAtAsync(step, TimeSpan.FromSeconds(5)))
            {
                name = $"{step}, not reached";
                FailIfDead(worker);
            }
        }
        else if (!worker.IsDying)
        {
            await Task.Delay(kill.Delay, cancellationToken);
        }

        if (kill.Step is null)
        {
            FailIfDead(worker);
        }

        await worker.KillAsync();
        Count(name);
    }

    private async Task<IDisposable?> HoldUpAsync() => _database is null ? null : await _database.HoldUpAsync();

    private static async Task WhenReadyAsync(WorkerChild worker, IDisposable? up)
    {
        using (up)
        {
            await worker.WhenReadyAsync(CommandLimit);
        }
    }

    private void Count(string name)
    {
        lock (_kills)
        {
            _kills[name] = _kills.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Moves the clocks of the providers, and of workers that are started later, forward.</summary>
    private Task PassAsync(TimeSpan by)
    {
        _ahead += by;
        return _sandbox!.AdvanceAsync(by);
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            var settling = new Settling(_sandbox!, _worker!, _answers, PassAsync, Outage);
            await settling.RunAsync(TimeSpan.FromSeconds(Math.Max(60, _options.Payments / 20)), cancellationToken);
            (_unresolved, _unpublished) = (settling.Unresolved, settling.Unpublished);
            _closedByPerson = settling.ClosedByPerson;
        }
        catch (IOException exception)
        {
            Fail(_worker, $"settling: {exception.Message}");
        }
    }

    private async Task<IReadOnlyList<JournalEntry>> ReadEntriesAsync() =>
        _options.Journal == "memory" && _worker is not null
            ? await _worker.EntriesAsync(_options.Payments)
            : await JournalReading.ReadAllAsync(_database?.Direct ?? JournalFolder, _options.Payments);

    private async Task StopWorkerAsync()
    {
        if (_worker is not null && !await _worker.StopAsync(TimeSpan.FromSeconds(20)))
        {
            Fail(_worker, "the worker did not end well");
            await _worker.KillAsync();
        }
    }

    private TimeSpan DriveLimit() => TimeSpan.FromSeconds(60 + (_options.Payments / 2));

    private void FailIfDead(WorkerChild worker)
    {
        if (worker.HasExited)
        {
            Fail(worker, $"life {_lives}: the worker died by itself");
        }
    }

    private void Fail(WorkerChild? worker, string what) =>
        _failures.Add($"{what} {string.Join(" | ", worker?.Errors ?? [])}".TrimEnd());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
