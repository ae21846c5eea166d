namespace PaymentAbstractions;

/// <summary>Why a text is not an amount of money.</summary>
internal enum MoneyTextProblem
{
    None,
    Malformed,
    UnknownCurrency,
    NotMoney,
    TooFine,
    OutOfRange,
}
