namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Compares field values; texts are compared ordinally, regardless of the machine's culture.</summary>
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
