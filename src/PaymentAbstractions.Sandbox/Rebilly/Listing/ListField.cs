using System.Globalization;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A member by which a collection can be filtered and sorted.</summary>
internal sealed class ListField<T>
{
    private readonly Func<string, IComparable?> _parse;

    private ListField(Func<T, IComparable?> get, Func<string, IComparable?> parse)
    {
        Get = get;
        _parse = parse;
    }

    public Func<T, IComparable?> Get { get; }

    public static ListField<T> Text(Func<T, string?> get) => new(get, value => value);

    public static ListField<T> Number(Func<T, decimal> get) =>
        new(
            item => get(item),
            value => decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : null
        );

    public static ListField<T> Time(Func<T, DateTimeOffset?> get) =>
        new(
            item => get(item),
            value =>
                DateTimeOffset.TryParse(
                    value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out var instant
                )
                    ? instant
                    : null
        );

    /// <summary>Creates a predicate from a filter value, which can be a range <c>a..b</c>; null when the value is invalid.</summary>
    public Func<T, bool>? Test(string value)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return _parse(value) is { } wanted ? item => FieldOrder.Instance.Compare(Get(item), wanted) == 0 : null;
        }

        var (from, to) = (value[..dots], value[(dots + 2)..]);
        var (min, max) = (_parse(from), _parse(to));
        if ((min is null && from.Length > 0) || (max is null && to.Length > 0))
        {
            return null;
        }

        return item =>
            Get(item) is { } actual
            && (from.Length == 0 || FieldOrder.Instance.Compare(actual, min) >= 0)
            && (to.Length == 0 || FieldOrder.Instance.Compare(actual, max) <= 0);
    }
}
