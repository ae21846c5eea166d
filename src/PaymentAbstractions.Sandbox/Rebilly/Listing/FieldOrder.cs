namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Compares field values; texts by code point, whatever the culture of the machine.</summary>
internal sealed class FieldOrder : IComparer<IComparable?>
{
    public static FieldOrder Instance { get; } = new();

    public int Compare(IComparable? x, IComparable? y) =>
        (x, y) switch
        {
            (string left, string right) => string.CompareOrdinal(left, right),
            (null, null) => 0,
            (null, _) => -1,
            _ => x.CompareTo(y),
        };
}
