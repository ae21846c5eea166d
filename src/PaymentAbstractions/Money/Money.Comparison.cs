namespace PaymentAbstractions;

// Equality works for all values; an order exists only within one currency.
public readonly partial struct Money
{
    /// <summary>Whether two amounts have the same value and currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns><see langword="true"/> when both agree; amounts of different currencies are never equal.</returns>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Whether two amounts differ in value or currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns><see langword="true"/> when either differs.</returns>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <summary>Whether an amount is less than another.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount, of the same currency.</param>
    /// <returns><see langword="true"/> when <paramref name="left"/> is less.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether an amount is less than another or equal to it.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount, of the same currency.</param>
    /// <returns><see langword="true"/> when <paramref name="left"/> is not greater.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether an amount is greater than another.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount, of the same currency.</param>
    /// <returns><see langword="true"/> when <paramref name="left"/> is greater.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether an amount is greater than another or equal to it.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount, of the same currency.</param>
    /// <returns><see langword="true"/> when <paramref name="left"/> is not less.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Orders amounts of one currency.</summary>
    /// <param name="other">The amount to compare with, of the same currency.</param>
    /// <returns>Less than zero, zero or greater than zero, as this amount is less, equal or greater.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    public int CompareTo(Money other) => ToMinorUnits().CompareTo(Same(other));

    /// <inheritdoc />
    public bool Equals(Money other) => _minorUnits == other._minorUnits && _currency == other._currency;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_minorUnits, _currency);
}
