using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// Runs the same commands on a journal and on the model, and compares both after every step. Two processes share a journal that
/// has a file or a server.
/// </summary>
internal sealed class CommandRun : IAsyncDisposable
{
    private static readonly PaymentOutcome[] AllOutcomes = Enum.GetValues<PaymentOutcome>();

    private readonly ModelJournal _model = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");
    private readonly List<IPaymentJournal> _processes = [];
    private readonly string _schema = PostgreSqlJournals.NewSchema();

    private CommandRun() { }

    private IPaymentJournal Journal => _processes[0];

    /// <summary>Runs a sequence of commands.</summary>
    /// <returns>The difference; null when there is none.</returns>
    public static async Task<string?> RunAsync(JournalKind kind, IReadOnlyList<JournalCommand> commands)
    {
        await using var run = new CommandRun();
        if (kind == JournalKind.InMemory)
        {
            run._processes.Add(new Memory().Journal);
        }
        else
        {
            run._processes.Add(await run.OpenAsync(kind));
            run._processes.Add(await run.OpenAsync(kind));
        }

        for (var i = 0; i < commands.Count; i++)
        {
            var found = await run.StepAsync(commands[i]) ?? run._model.Violation();
            if (found is not null)
            {
                return $"step {i}, {commands[i]}: {found}";
            }
        }

        return await run.CompareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.OfType<SqlPaymentJournal>())
        {
            await process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<string?> StepAsync(JournalCommand command)
    {
        switch (command.Kind)
        {
            case JournalCommandKind.Charge:
                return await BeginAsync(Charge(command));
            case JournalCommandKind.Follow:
                return Follow(command) is { } intent ? await BeginAsync(intent) : null;
            case JournalCommandKind.Complete:
                return await CompleteAsync(command);
            case JournalCommandKind.Resolve:
                return await ResolveAsync(command);
            case JournalCommandKind.Observe:
                return Observation(command) is { } observation ? await ObserveAsync(observation) : null;
            case JournalCommandKind.Publish:
                return await PublishAsync(command);
            case JournalCommandKind.Switch:
                _processes.Reverse();
                return null;
            default:
                if (Journal is SqlPaymentJournal ended)
                {
                    await ended.DisposeAsync();
                    _processes[0] = await OpenAsync(
                        ended is SqlitePaymentJournal ? JournalKind.Sqlite : JournalKind.PostgreSql
                    );
                }

                return await CompareAsync();
        }
    }

    private async Task<IPaymentJournal> OpenAsync(JournalKind kind) =>
        kind == JournalKind.PostgreSql
            ? await PostgreSqlJournals.OpenAsync(_schema)
            : await SqlitePaymentJournal.OpenAsync(
                new SqliteJournalOptions { Path = Path.Combine(_folder.FullName, "payments.db") },
                new ManualTimeProvider(Some.Now)
            );

    private async Task<string?> BeginAsync(JournalIntent intent) =>
        Difference(_model.Begin(intent), await Journal.BeginAsync(intent));

    private async Task<string?> CompleteAsync(JournalCommand command)
    {
        var (key, intent, attempt) = Pick(command);
        var outcome = OutcomeOf(intent, command);
        var publish = command.Choice % 3 == 0;
        return Difference(
            _model.Complete(key, attempt, outcome, publish),
            await Journal.CompleteAsync(key, attempt, outcome, publish)
        );
    }

    private async Task<string?> ResolveAsync(JournalCommand command)
    {
        var (_, intent, attempt) = Pick(command);
        var source = (JournalResolutionSource)(command.Seed % 3);
        var resolution = Some.Resolution(intent, OutcomeOf(intent, command), attempt, source);
        return Difference(_model.Resolve(resolution), await Journal.ResolveAsync(resolution));
    }

    private async Task<string?> ObserveAsync(JournalObservation observation) =>
        Difference(_model.Observe(observation), await Journal.ObserveAsync(observation));

    private async Task<string?> PublishAsync(JournalCommand command)
    {
        var (key, _, _) = Pick(command);
        return Difference(
            _model.Publish(key, command.Choice % 4),
            await Journal.MarkPublishedAsync(key, command.Choice % 4)
        );
    }

    private async Task<string?> CompareAsync()
    {
        foreach (var (key, entry) in _model.Entries)
        {
            var found = await Journal.FindAsync(key);
            if (found is null || Alone(found) != entry)
            {
                return $"expected {entry}, found {found}";
            }

            foreach (
                var reference in new[]
                {
                    entry.Intent.Original,
                    entry.Outcome?.Transaction,
                }.OfType<TransactionReference>()
            )
            {
                var amounts = await Journal.GetAmountsAsync(reference);
                var expected = _model.Amounts(reference);
                if (amounts with { InDoubtKey = default } != expected with { InDoubtKey = default })
                {
                    return $"expected {expected}, found {amounts}";
                }
            }
        }

        var duplicates = await Journal.GetUnresolvedAsync(new JournalQuery { DuplicateCharges = true }).ToListAsync();
        var twice = _model.Entries.Values.Where(entry => entry.IsDuplicateCharge).ToList();
        if (
            twice.Except(duplicates.Select(Alone)).Concat(duplicates.Select(Alone).Except(twice)).FirstOrDefault() is
            { } unlisted
        )
        {
            return $"a duplicate is listed wrongly: {unlisted}";
        }

        var unresolved = await Journal.GetUnresolvedAsync(new JournalQuery()).ToListAsync();
        var unpublished = await Journal.GetUnpublishedAsync().ToListAsync();
        var missing = _model.Entries.Values.Where(entry => entry.IsInDoubt).Except(unresolved.Select(Alone));
        var unheard = _model.Entries.Values.Where(entry => entry.IsUnpublished).Except(unpublished.Select(Alone));
        var surplus = unresolved.Concat(unpublished).Select(Alone).Except(_model.Entries.Values);
        return missing.Concat(unheard).Concat(surplus).FirstOrDefault() is { } wrong
            ? $"listed wrongly: {wrong}"
            : null;
    }

    private static JournalIntent Charge(JournalCommand command)
    {
        var key = $"charge-{command.Key % 6}";
        var order = $"order-{(command.Choice % 5 == 0 ? command.Seed % 3 : command.Key % 6 / 2)}";
        var amount = command.Choice % 7 == 0 ? 20m : 10m;
        var intent = command.Key % 2 == 0 ? Some.Sale(key, order, amount) : Some.Authorize(key, order, amount);
        var isSandbox = command.Seed % 4 == 0;
        return intent with
        {
            AdditionalPayment = command.Choice % 11 == 0,
            Environment = isSandbox ? GatewayEnvironment.Sandbox : GatewayEnvironment.Live,
            // Sometimes only the label of the environment is wrong.
            Account = isSandbox && command.Seed % 3 != 0 ? Some.OtherAccount : Some.Account,
        };
    }

    private JournalIntent? Follow(JournalCommand command)
    {
        var originals = _model.Entries.Values.Where(entry => entry.Outcome?.Transaction is not null).ToList();
        if (originals.Count == 0)
        {
            return null;
        }

        var maker = originals[command.Choice % originals.Count];
        var original = maker.Outcome!.Transaction!;
        original = command.Seed % 5 == 0 ? Some.Renamed(original) : original;
        var key = $"follow-{command.Key % 8}";
        var amount = 1m + (command.Seed % 12);
        var intent = (command.Seed % 4) switch
        {
            0 => Some.Capture(key, original, amount) with { MultiCapture = command.Choice % 2 == 0 },
            1 => Some.Void(key, original),
            _ => Some.Refund(key, original, amount),
        };
        return intent with { Environment = maker.Intent.Environment, Account = original.Account };
    }

    private JournalObservation? Observation(JournalCommand command)
    {
        var seen = _model.Entries.Values.Where(entry => entry.Outcome?.Transaction is not null).ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        return new JournalObservation
        {
            Transaction = seen[command.Key % seen.Count].Outcome!.Transaction!,
            ReadAt = Some.Now.AddMinutes(command.Seed % 20),
            ProviderRevision = command.Seed % 3 == 0 ? command.Choice % 10 : null,
            IsReversed = command.Choice % 2 == 0,
            RefundedAmount = command.Seed % 7 == 0 ? Money.Usd(command.Choice % 12) : null,
            ProcessedAmount = command.Seed % 11 == 0 ? Money.Eur(9m) : null,
            DisputeStatus = command.Choice % 5 == 0 ? DisputeStatus.UnderReview : DisputeStatus.None,
        };
    }

    private (JournalKey Key, JournalIntent Intent, int Attempt) Pick(JournalCommand command)
    {
        var entries = _model.Entries.Values.ToList();
        if (entries.Count == 0)
        {
            return (Some.Key("nobody"), Some.Sale("nobody"), 1);
        }

        var entry = entries[command.Key % entries.Count];
        return (entry.Key, entry.Intent, command.Seed % 9 == 0 ? entry.Attempt + 1 : entry.Attempt);
    }

    private static JournalOutcome OutcomeOf(JournalIntent intent, JournalCommand command)
    {
        var outcome = AllOutcomes[command.Choice % AllOutcomes.Length];
        var moved = outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;
        return Some.Outcome(
            intent,
            outcome,
            moved || command.Seed % 5 == 0 ? Some.Transaction("txn-" + intent.IdempotencyKey, intent.Account) : null,
            moved ? intent.Amount : null
        );
    }

    private static string? Difference(JournalDecision expected, JournalDecision actual) =>
        (expected.Kind, expected.Entry?.Key, expected.Available, expected.Moved?.Refunded)
        == (actual.Kind, actual.Entry?.Key, actual.Available, actual.Moved?.Refunded)
            ? null
            : $"expected {expected}, got {actual}";

    private static string? Difference(JournalWrite expected, JournalWrite actual) =>
        expected with
        {
            Others = Sorted(expected),
        } == actual with { Entry = actual.Entry is { } entry ? Alone(entry) : null, Others = Sorted(actual) }
            ? null
            : $"expected {expected}, got {actual}";

    private static ValueList<JournalEntry> Sorted(JournalWrite write) =>
        [.. write.Others.Select(Alone).OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal)];

    // Each journal makes its own nonces, so they are not compared.
    private static JournalEntry Alone(JournalEntry entry) => entry with { Nonce = null };
}
