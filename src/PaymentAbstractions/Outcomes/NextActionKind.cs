namespace PaymentAbstractions;

/// <summary>What a customer can be asked to do.</summary>
public enum NextActionKind
{
    /// <summary>Open the address in the customer's browser.</summary>
    RedirectCustomer = 0,
}
