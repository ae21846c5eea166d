namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// What a disk may hold after the power was lost: everything that was synced, and of everything else an arbitrary part in an
/// arbitrary order. Writes tear between sectors; names that were created, changed or deleted count only once their folder is
/// synced, or by chance.
/// </summary>
internal static class PowerLoss
{
    private const int Sector = 512;

    /// <param name="start">What the disk held at first, durable.</param>
    /// <param name="operations">What was done to it since, as far as it came.</param>
    /// <param name="random">Decides what survives.</param>
    /// <param name="ignored">The kind of sync that is taken away.</param>
    public static DiskImage After(
        DiskImage start,
        IEnumerable<DiskOperation> operations,
        Random random,
        SyncSite? ignored = null
    )
    {
        var durable = start.Clone();
        var open = new List<DiskOperation>();
        foreach (var operation in operations)
        {
            switch (operation.Kind)
            {
                case DiskOperationKind.SyncFile when operation.Site != ignored:
                    Settle(durable, open, one => IsContent(one) && one.Node == operation.Node);
                    break;
                case DiskOperationKind.SyncFolder when operation.Site != ignored:
                    Settle(durable, open, one => !IsContent(one) && FolderOf(one.Path) == operation.Path);
                    break;
                case DiskOperationKind.SyncFile or DiskOperationKind.SyncFolder:
                    break;
                default:
                    open.Add(operation);
                    break;
            }
        }

        foreach (var survivor in Survivors(open, random))
        {
            durable.Apply(survivor);
        }

        return Reachable(durable);
    }

    private static bool IsContent(DiskOperation operation) =>
        operation.Kind is DiskOperationKind.Write or DiskOperationKind.Truncate;

    private static void Settle(DiskImage durable, List<DiskOperation> open, Predicate<DiskOperation> isMeant)
    {
        foreach (var operation in open.Where(one => isMeant(one)))
        {
            durable.Apply(operation);
        }

        open.RemoveAll(isMeant);
    }

    private static List<DiskOperation> Survivors(List<DiskOperation> open, Random random)
    {
        // Sometimes nearly all, sometimes nearly nothing: the extremes find most.
        var chance = random.Next(4) switch
        {
            0 => 0.0,
            1 => 0.1,
            2 => 0.9,
            _ => 0.5,
        };
        List<DiskOperation> names = [.. open.Where(one => !IsContent(one) && random.NextDouble() < chance)];
        DiskOperation[] pieces = [.. open.Where(IsContent).SelectMany(Pieces).Where(_ => random.NextDouble() < chance)];
        if (random.Next(2) == 0)
        {
            random.Shuffle(pieces);
        }

        return [.. names, .. pieces];
    }

    private static IEnumerable<DiskOperation> Pieces(DiskOperation operation)
    {
        if (operation.Kind == DiskOperationKind.Truncate)
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

    // A file is lost with the folder whose own name was lost.
    private static DiskImage Reachable(DiskImage image)
    {
        foreach (var name in image.Names.Keys.Where(name => !IsReachable(image, FolderOf(name))).ToList())
        {
            image.Names.Remove(name);
        }

        image.Folders.RemoveWhere(folder => !IsReachable(image, folder));
        return image;
    }

    private static bool IsReachable(DiskImage image, string folder) =>
        folder == "/" || (image.Folders.Contains(folder) && IsReachable(image, FolderOf(folder)));

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!;
}
