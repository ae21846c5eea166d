namespace PaymentAbstractions;

internal static class PaymentMethodRules
{
    public static void Check(PaymentMethod method, GatewayCapabilities capabilities, ProblemList problems)
    {
        const string field = nameof(PaymentMethodRequest.PaymentMethod);
        if (!capabilities.PaymentMethods.Contains(method.Kind))
        {
            problems.Add(
                field,
                $"of the form {method.Kind} is not taken by {capabilities.Provider}; it takes {string.Join(", ", capabilities.PaymentMethods)}."
            );
        }

        IdRules.Check($"{field}.Id", (method as StoredPaymentMethod)?.Id, problems);
        IdRules.Check($"{field}.Token", (method as TokenPaymentMethod)?.Token, problems);
        switch (method)
        {
            case StoredPaymentMethod stored when string.IsNullOrWhiteSpace(stored.Id):
                problems.Add($"{field}.Id", "is missing.");
                break;
            case TokenPaymentMethod { Token: null }:
                problems.Add($"{field}.Token", "is missing.");
                break;
            case PaymentCard card:
                CheckCard(field, card, problems);
                break;
            case BbanBankAccount account:
                CheckAccount(field, account, problems);
                break;
            case IbanBankAccount { AccountNumber: null }:
                problems.Add($"{field}.AccountNumber", "is missing.");
                break;
        }
    }

    private static void CheckCard(string field, PaymentCard card, ProblemList problems)
    {
        if (card.Number is null)
        {
            problems.Add($"{field}.Number", "is missing.");
        }

        if (card.ExpiryMonth is < 1 or > 12)
        {
            problems.Add($"{field}.ExpiryMonth", "must be 1 to 12.");
        }

        if (card.ExpiryYear is < 2000 or > 2099)
        {
            problems.Add($"{field}.ExpiryYear", "must have four digits, 2000 to 2099.");
        }
    }

    private static void CheckAccount(string field, BbanBankAccount account, ProblemList problems)
    {
        if (account.AccountNumber is null)
        {
            problems.Add($"{field}.AccountNumber", "is missing.");
        }

        if (string.IsNullOrEmpty(account.RoutingNumber) || !account.RoutingNumber.All(char.IsAsciiDigit))
        {
            problems.Add($"{field}.RoutingNumber", "must be given in digits.");
        }
    }
}
