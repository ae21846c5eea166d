namespace PaymentAbstractions;

/// <summary>The reason why a text is not an amount of money.</summary>
internal enum MoneyTextProblem
{
    None,
    Malformed,
    UnknownCurrency,
    NotMoney,
    TooFine,
    OutOfRange,
}
