using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A client's data of a card, a bank account or another payment method. Numbers never leave the sandbox.</summary>
internal sealed record InstrumentDetails
{
    public const string Card = "payment-card";
    public const string Bank = "ach";

    public required string Method { get; init; }

    public string? Pan { get; init; }

    public int ExpMonth { get; init; }

    public int ExpYear { get; init; }

    public bool HasSecurityCode { get; init; }

    /// <summary>Whether the security code is one that the test gateway declines: 000 or 0000.</summary>
    public bool SecurityCodeFails { get; init; }

    public string? AccountNumberType { get; init; }

    public string? AccountNumber { get; init; }

    public string? RoutingNumber { get; init; }

    public string? AccountType { get; init; }

    public string? BankName { get; init; }

    public string? Bic { get; init; }

    public JsonObject? BillingAddress { get; init; }

    public JsonObject? CustomFields { get; init; }

    public bool UseAsBackup { get; init; }

    public string? Bin => Pan?[..6];

    public string? Last4 => (Pan ?? AccountNumber) is { Length: >= 4 } number ? number[^4..] : null;

    public bool IsSameAs(InstrumentDetails other) =>
        Method == other.Method
        && (Pan ?? AccountNumber) is { } number
        && number == (other.Pan ?? other.AccountNumber)
        && RoutingNumber == other.RoutingNumber;

    /// <summary>Returns only the method, so that no text contains numbers.</summary>
    public override string ToString() => Method;
}
