using PaymentAbstractions.Journal;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Compares one order: what the journal says, and what happened to money.</summary>
internal sealed class OrderAudit(
    string order,
    IReadOnlyList<SandboxMovement> movements,
    IReadOnlyList<JournalEntry> entries
)
{
    private readonly List<SandboxMovement> _unexplained = [.. movements];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _doubtsWithMoney = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<string> DoubtsWithMoney => _doubtsWithMoney;

    /// <param name="charges">How many charges stand by the provider's own count.</param>
    public void Run(int charges)
    {
        if (charges > 1)
        {
            Add(FindingKind.ChargedTwice, movements[0], $"{charges} charges stand: {Describe(movements)}");
        }

        CheckHolds();
        CheckAmounts();
        foreach (var entry in entries.Where(entry => entry.IsApproved))
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
        // No order is charged on purpose twice, not even after its reversal.
        var made = movements
            .Where(movement => movement.Kind is SandboxMovementKind.Authorize or SandboxMovementKind.Sale)
            .ToList();
        if (made.Count > 1)
        {
            Add(FindingKind.HeldTwice, made[0], Describe(movements));
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

        // The virtual terminal gives back by credits that name no sale, so an order's sums are compared.
        var charged = Sum(SandboxMovementKind.Sale) + Sum(SandboxMovementKind.Capture);
        var back =
            Sum(SandboxMovementKind.Refund)
            + Sum(SandboxMovementKind.Credit)
            + movements
                .Where(movement => movement.Kind is SandboxMovementKind.Sale or SandboxMovementKind.Capture)
                .SelectMany(ChildrenOf)
                .Where(child => child.Kind == SandboxMovementKind.Void)
                .Sum(child => child.Amount);
        if (back > charged)
        {
            Add(FindingKind.Beyond, movements[0], $"{back} given back of {charged}: {Describe(movements)}");
        }
    }

    private void Explain(JournalEntry entry)
    {
        var account = ChaosGateway.Named(entry.Outcome!.Transaction?.Gateway ?? entry.Intent.Gateway).Account;
        var id = entry.Outcome.Transaction?.TransactionId;
        var movement =
            _unexplained.Find(one =>
                one.Account == account
                && one.TransactionId == id
                && Fits(entry.Intent.Operation, one.Kind, isDoubt: false)
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
                one.Account == account
                && one.TransactionId == id
                && Fits(entry.Intent.Operation, one.Kind, isDoubt: true)
            ) ?? FindByOriginal(entry, account);
        if (movement is null)
        {
            return;
        }

        _unexplained.Remove(movement);
        _doubtsWithMoney.Add(entry.Intent.IdempotencyKey.Value);
        if (entry.Intent.Amount is { } asked && asked.Amount != movement.Amount)
        {
            Add(FindingKind.Beyond, movement, $"{Describe(entry)} asked for {asked}, moved was {Describe([movement])}");
        }
    }

    private SandboxMovement? FindByOriginal(JournalEntry entry, string account) =>
        _unexplained.Find(one =>
            one.Account == account
            && Fits(entry.Intent.Operation, one.Kind, isDoubt: true)
            && (
                entry.Intent.Original is null
                || one.ParentTransactionId == entry.Intent.Original.TransactionId
                || one.Kind == SandboxMovementKind.Credit
            )
        );

    private static bool Fits(PaymentOperation operation, SandboxMovementKind kind, bool isDoubt) =>
        operation switch
        {
            PaymentOperation.Sale => kind == SandboxMovementKind.Sale
                || (isDoubt && kind == SandboxMovementKind.Capture),
            PaymentOperation.Authorize => kind == SandboxMovementKind.Authorize,
            PaymentOperation.Capture => kind == SandboxMovementKind.Capture
                || (isDoubt && kind == SandboxMovementKind.Sale),
            PaymentOperation.Void => kind is SandboxMovementKind.Void or SandboxMovementKind.Refund,
            PaymentOperation.Refund => kind
                is SandboxMovementKind.Refund
                    or SandboxMovementKind.Void
                    or SandboxMovementKind.Credit,
            _ => false,
        };

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
