namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// A simulated disk under a recording. Synced data survives a loss of power; of the data that was written since, any part may survive,
/// torn between sectors. Names that were made or deleted are durable only after a sync of their folder, or by chance. A sync that fails
/// drops a part of the data that was written before it; later syncs do not bring it back, although processes still read it. Common
/// operating systems behave in the same way.
/// </summary>
/// <param name="random">Determines which data survives.</param>
/// <param name="isHonored">Selects the syncs that have an effect.</param>
internal sealed class PowerLossDisk(Random random, Predicate<VfsOperation> isHonored)
{
    private const int Sector = 512;

    private readonly List<VfsOperation> _pending = [];
    private DiskContent _durable = new();
    private DiskContent _cached = new();

    public PowerLossDisk Clone()
    {
        var clone = new PowerLossDisk(random, isHonored) { _durable = _durable.Clone(), _cached = _cached.Clone() };
        clone._pending.AddRange(_pending);
        return clone;
    }

    /// <summary>Applies one operation.</summary>
    public void Apply(VfsOperation operation)
    {
        switch (operation.Kind)
        {
            case VfsOperationKind.Sync when isHonored(operation):
                Settle(one => one.IsContent && one.Node == operation.Node);
                break;
            case VfsOperationKind.FailedSync:
                Fail(operation.Node);
                return;
            case VfsOperationKind.Sync:
                return;
            default:
                _pending.Add(operation);
                _cached.Apply(operation);
                break;
        }

        if (operation.SyncsFolder)
        {
            Settle(one => !one.IsContent);
        }
    }

    /// <summary>Returns the files that are left when the power is lost now.</summary>
    public DiskContent AfterPowerLoss()
    {
        // All, nearly all, nearly nothing or nothing survives in most cases, because the extremes find most errors.
        double[] chances = [0, 0.1, 0.5, 0.9, 1];
        var (names, contents) = (random.GetItems(chances, 1)[0], random.GetItems(chances, 1)[0]);
        var left = _durable.Clone();
        foreach (var operation in _pending.Where(one => !one.IsContent && random.NextDouble() < names))
        {
            left.Apply(operation);
        }

        foreach (var piece in PartOf(_pending.Where(one => one.IsContent), contents))
        {
            left.Apply(piece);
        }

        return left;
    }

    /// <summary>Returns what the next process sees when only this process ends: everything that was written.</summary>
    public DiskContent AfterKill() => _cached.Clone();

    /// <summary>Continues with the files that a loss of power left.</summary>
    public void Restart(DiskContent left)
    {
        _durable = left.Clone();
        _cached = left.Clone();
        _pending.Clear();
    }

    private void Fail(int node)
    {
        foreach (var piece in PartOf(_pending.Where(one => one.IsContent && one.Node == node), 0.5))
        {
            _durable.Apply(piece);
        }

        _pending.RemoveAll(one => one.IsContent && one.Node == node);
    }

    private void Settle(Predicate<VfsOperation> isMeant)
    {
        foreach (var operation in _pending.Where(one => isMeant(one)))
        {
            _durable.Apply(operation);
        }

        _pending.RemoveAll(isMeant);
    }

    private IEnumerable<VfsOperation> PartOf(IEnumerable<VfsOperation> operations, double chance) =>
        operations.SelectMany(Pieces).Where(_ => random.NextDouble() < chance);

    private static IEnumerable<VfsOperation> Pieces(VfsOperation operation)
    {
        if (operation.Kind == VfsOperationKind.Truncate)
        {
            yield return operation;
            yield break;
        }

        for (var at = 0; at < operation.Bytes.Length; )
        {
            var size = (int)Math.Min(Sector - ((operation.Offset + at) % Sector), operation.Bytes.Length - at);
            yield return operation with
            {
                Offset = operation.Offset + at,
                Bytes = operation.Bytes[at..(at + size)],
            };
            at += size;
        }
    }
}
