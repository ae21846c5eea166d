using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The neutral rules for the stored payment methods of a vault.</summary>
internal static class VaultRules
{
    public static void Check(UpdatePaymentMethodRequest request, ProblemList problems)
    {
        CheckId(nameof(request.CustomerId), request.CustomerId, problems);
        CheckId(nameof(request.PaymentMethodId), request.PaymentMethodId, problems);
        if (request.ExpiryMonth is < 1 or > 12)
        {
            problems.Add(nameof(request.ExpiryMonth), Is(request.ExpiryMonth.Value, "must be 1 to 12."));
        }

        if (request.ExpiryYear is < 2000 or > 2099)
        {
            problems.Add(nameof(request.ExpiryYear), Is(request.ExpiryYear.Value, "must be 2000 to 2099."));
        }

        if (request.ExpiryMonth is null != request.ExpiryYear is null)
        {
            problems.Add(
                request.ExpiryMonth is null ? nameof(request.ExpiryMonth) : nameof(request.ExpiryYear),
                "is missing; give month and year of the expiry together."
            );
        }

        if (request is { Token: not null, ExpiryYear: not null })
        {
            problems.Add(nameof(request.Token), "cannot be sent with an expiry, which the token brings itself.");
        }

        RequestRules.CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
    }

    /// <summary>Whether an update would change something.</summary>
    public static bool ChangesNothing(UpdatePaymentMethodRequest request) =>
        request is { Token: null, ExpiryYear: null, ExpiryMonth: null, BillingAddress: null };

    private static void CheckId(string field, string? id, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Add(field, "is missing.");
        }

        IdRules.Check(field, id, problems);
    }

    private static string Is(int value, string rule) =>
        string.Create(CultureInfo.InvariantCulture, $"is {value}, and {rule}");
}
