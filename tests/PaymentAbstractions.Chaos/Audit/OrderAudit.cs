using System.Globalization;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Compares the journal's entries of one order with the movements of money.</summary>
internal sealed class OrderAudit(
    string order,
    IReadOnlyList<SandboxMovement> movements,
    IReadOnlyList<JournalEntry> entries
)
{
    private readonly List<SandboxMovement> _unexplained = [.. movements.Where(movement => !IsElsewhere(movement))];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _doubtsWithMoney = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<string> DoubtsWithMoney => _doubtsWithMoney;

    /// <param name="charges">The number of unreversed charges, as the provider counts them.</param>
    public void Run(int charges)
    {
        if (charges > 1)
        {
            Add(FindingKind.ChargedTwice, movements[0], $"{charges} charges stand: {Describe(movements)}");
        }

        CheckHolds();
        CheckPayouts();
        CheckAmounts();
        // A set-up moves no money; it is compared with the provider's list.
        foreach (
            var entry in entries.Where(entry =>
                entry is { IsApproved: true, Intent.Operation: not PaymentOperation.Setup }
            )
        )
        {
            Explain(entry);
        }

        foreach (var entry in entries.Where(entry => entry.IsInDoubt))
        {
            ExplainDoubt(entry);
        }

        foreach (var movement in _unexplained)
        {
            Add(
                FindingKind.Unaccounted,
                movement,
                $"{Describe([movement])} is in no entry. Entries: {string.Join(", ", entries.Select(Describe))}"
            );
        }
    }

    private void CheckHolds()
    {
        // No order is charged twice on purpose, even after a reversal.
        var made = movements
            .Where(movement => movement.Kind is SandboxMovementKind.Authorize or SandboxMovementKind.Sale)
            .ToList();
        if (made.Count > 1)
        {
            Add(FindingKind.HeldTwice, made[0], Describe(movements));
        }
    }

    // Each order has exactly one key for its credit.
    private void CheckPayouts()
    {
        var payouts = movements.Where(IsPayout).ToList();
        if (payouts.Count > 1)
        {
            Add(FindingKind.PaidOutTwice, payouts[0], Describe(movements));
        }
    }

    private void CheckAmounts()
    {
        foreach (var hold in movements.Where(movement => movement.Kind == SandboxMovementKind.Authorize))
        {
            var captured = ChildrenOf(hold)
                .Where(child => child.Kind == SandboxMovementKind.Capture)
                .Sum(child => child.Amount);
            if (captured > hold.Amount)
            {
                Add(FindingKind.Beyond, hold, $"{captured} captured of {hold.Amount}");
            }
        }

        // The virtual terminal gives money back by credits that name no sale, so the sums of the order are compared.
        var charged = Sum(SandboxMovementKind.Sale) + Sum(SandboxMovementKind.Capture);
        var back =
            Sum(SandboxMovementKind.Refund)
            + movements
                .Where(movement => movement.Kind == SandboxMovementKind.Credit && !IsPayout(movement))
                .Sum(movement => movement.Amount)
            + movements
                .Where(movement => movement.Kind is SandboxMovementKind.Sale or SandboxMovementKind.Capture)
                .SelectMany(ChildrenOf)
                .Where(child => child.Kind == SandboxMovementKind.Void)
                .Sum(child => child.Amount);
        if (back > charged)
        {
            Add(FindingKind.PaidOutBeyond, movements[0], $"{back} given back of {charged}: {Describe(movements)}");
        }
    }

    private void Explain(JournalEntry entry)
    {
        var account = ChaosGateway.Named(entry.Outcome!.Transaction?.Gateway ?? entry.Intent.Gateway).Account;
        var id = entry.Outcome.Transaction?.TransactionId;
        var movement =
            _unexplained.Find(one =>
                one.Account == account && one.TransactionId == id && Fits(entry.Intent.Operation, one, isDoubt: false)
            ) ?? (entry.Intent.Operation == PaymentOperation.Void ? FindByOriginal(entry, account) : null);
        if (movement is null)
        {
            _findings.Add(
                new Finding(
                    FindingKind.Phantom,
                    ChaosGateway.OfAccount(account).IsRebilly,
                    order,
                    $"{Describe(entry)} has no movement. Movements: {Describe(movements)}"
                )
            );
            return;
        }

        _unexplained.Remove(movement);
        if (entry.Outcome.Result.ApprovedAmount is { } approved && approved.Amount != movement.Amount)
        {
            Add(FindingKind.Beyond, movement, $"{Describe(entry)} says {approved}, moved was {Describe([movement])}");
        }
    }

    private void ExplainDoubt(JournalEntry entry)
    {
        var account = ChaosGateway.Named(entry.Intent.Gateway).Account;
        var id = entry.Outcome?.Transaction?.TransactionId;
        var movement =
            _unexplained.Find(one =>
                one.Account == account && one.TransactionId == id && Fits(entry.Intent.Operation, one, isDoubt: true)
            ) ?? FindByOriginal(entry, account);
        if (movement is null)
        {
            return;
        }

        _unexplained.Remove(movement);
        _doubtsWithMoney.Add(entry.Intent.IdempotencyKey.Value);
        if (entry.Intent.Amount is { } asked && asked.Amount != movement.Amount && !IsPart(movement, asked))
        {
            Add(FindingKind.Beyond, movement, $"{Describe(entry)} asked for {asked}, moved was {Describe([movement])}");
        }
    }

    private SandboxMovement? FindByOriginal(JournalEntry entry, string account) =>
        _unexplained.Find(one =>
            one.Account == account
            && Fits(entry.Intent.Operation, one, isDoubt: true)
            && (
                entry.Intent.Original is null
                || one.ParentTransactionId == entry.Intent.Original.TransactionId
                || one.Kind == SandboxMovementKind.Credit
            )
        );

    private static bool Fits(PaymentOperation operation, SandboxMovement movement, bool isDoubt) =>
        operation switch
        {
            PaymentOperation.Sale => movement.Kind == SandboxMovementKind.Sale
                || (isDoubt && movement.Kind == SandboxMovementKind.Capture),
            PaymentOperation.Authorize => movement.Kind == SandboxMovementKind.Authorize,
            PaymentOperation.Capture => movement.Kind == SandboxMovementKind.Capture
                || (isDoubt && movement.Kind == SandboxMovementKind.Sale),
            PaymentOperation.Void => movement.Kind is SandboxMovementKind.Void or SandboxMovementKind.Refund,
            PaymentOperation.Refund => movement.Kind is SandboxMovementKind.Refund or SandboxMovementKind.Void
                || (movement.Kind == SandboxMovementKind.Credit && !IsPayout(movement)),
            PaymentOperation.Credit => IsPayout(movement),
            _ => false,
        };

    // Some directives approve only half of the amount, so an unresolved payment may have moved that much.
    private static bool IsPart(SandboxMovement movement, Money asked) =>
        movement.Description?.Contains($"[sandbox {OrderPlan.PartDirective(asked.Amount)}]", StringComparison.Ordinal)
            == true
        && OrderPlan
            .PartDirective(asked.Amount)
            .EndsWith(
                string.Create(CultureInfo.InvariantCulture, $"amount={movement.Amount:F2}"),
                StringComparison.Ordinal
            );

    /// <summary>Whether a system other than the checkout made the movement.</summary>
    public static bool IsElsewhere(SandboxMovement movement) =>
        movement.Description?.Contains("elsewhere ", StringComparison.Ordinal) == true;

    /// <summary>Whether the movement is a credit without a sale, by the description of its request.</summary>
    public static bool IsPayout(SandboxMovement movement) =>
        movement.Kind == SandboxMovementKind.Credit
        && movement.Description?.Contains("payout ", StringComparison.Ordinal) == true;

    private IEnumerable<SandboxMovement> ChildrenOf(SandboxMovement movement) =>
        movements.Where(other =>
            other.Account == movement.Account
            && other.Sequence > movement.Sequence
            && other.ParentTransactionId == movement.TransactionId
        );

    private decimal Sum(SandboxMovementKind kind) =>
        movements.Where(movement => movement.Kind == kind).Sum(movement => movement.Amount);

    private void Add(FindingKind kind, SandboxMovement movement, string text) =>
        _findings.Add(new Finding(kind, ChaosGateway.OfAccount(movement.Account).IsRebilly, order, text));

    private static string Describe(IEnumerable<SandboxMovement> movements) =>
        string.Join(", ", movements.Select(one => $"{one.Kind} {one.Amount} {one.Account}/{one.TransactionId}"));

    private static string Describe(JournalEntry entry) =>
        $"{entry.Intent.IdempotencyKey.Value}#{entry.Attempt} {entry.State} {entry.Outcome?.Outcome}/{entry.Outcome?.Result.Reason} {entry.Outcome?.Transaction}";
}
