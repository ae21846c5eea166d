using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

// What entries are searched for by, other than their keys.
internal sealed partial class MemoryStore
{
    private readonly Dictionary<Mark, MarkedKeys> _byMark = [];

    // Reused to compare the marks of an entry before and after a change.
    private readonly List<Mark> _marksBefore = [];
    private readonly List<Mark> _marksAfter = [];

    private JournalEntry[] FindBy(Mark mark) => _byMark.TryGetValue(mark, out var keys) ? keys.EntriesIn(_all) : [];

    private void Remark(JournalKey key, ReadOnlySpan<Mark> before, ReadOnlySpan<Mark> after)
    {
        foreach (var mark in before)
        {
            if (!after.Contains(mark) && _byMark.TryGetValue(mark, out var keys) && keys.Remove(key))
            {
                _byMark.Remove(mark);
            }
        }

        foreach (var mark in after)
        {
            if (!before.Contains(mark))
            {
                ref var keys = ref CollectionsMarshal.GetValueRefOrAddDefault(_byMark, mark, out _);
                keys = keys.With(key);
            }
        }
    }

    private static ReadOnlySpan<Mark> MarksOf(JournalEntry? entry, List<Mark> marks)
    {
        marks.Clear();
        if (entry is null)
        {
            return [];
        }

        var intent = entry.Intent;
        if (intent.OrderReference.IsSpecified)
        {
            marks.Add(new Mark(Role.Order, intent.OrderReference.Value));
        }

        if (intent.MethodFingerprint is { } method)
        {
            marks.Add(new Mark(Role.Method, method, intent.Environment));
        }

        if (entry.MayBeOpenAuthorization)
        {
            marks.Add(new Mark(Role.Authorized, intent.CustomerId!, Account: intent.Account));
        }

        if (entry.Outcome?.Transaction is { } made)
        {
            marks.Add(MarkOf(Role.Made, made));
        }

        if (intent.Original is { } original)
        {
            marks.Add(MarkOf(Role.WorkedOn, original));
        }

        if (entry.OriginalRoot is { } root && root != intent.Original)
        {
            marks.Add(MarkOf(Role.WorkedOn, root));
        }

        if (entry.DuplicateOf is { } other)
        {
            marks.Add(new Mark(Role.DuplicateOf, other.Key.Value, other.Environment));
        }

        return CollectionsMarshal.AsSpan(marks);
    }

    // As the transaction's identity: an account makes the name of the gateway unimportant.
    private static Mark MarkOf(Role role, TransactionReference transaction) =>
        transaction.Account == default
            ? new Mark(role, transaction.Identity)
            : new Mark(role, transaction.TransactionId, Account: transaction.Account);

    private enum Role
    {
        Order,
        Method,
        Authorized,
        Made,
        WorkedOn,
        DuplicateOf,
    }

    /// <summary>A search value of an entry, other than its key.</summary>
    private readonly record struct Mark(
        Role Role,
        string Value,
        GatewayEnvironment Environment = default,
        AccountFingerprint Account = default
    );
}
