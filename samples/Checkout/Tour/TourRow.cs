using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>One line of the table: the result, and whether it is the expected one.</summary>
internal sealed record TourRow
{
    public required string Operation { get; init; }

    public required string Gateway { get; init; }

    public required string Outcome { get; init; }

    public ResponseCode? Code { get; init; }

    public string? ProviderCode { get; init; }

    public string? Transaction { get; init; }

    public required double Milliseconds { get; init; }

    /// <summary>More about the row, on lines of its own; empty when there is nothing to add.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What is wrong with the row; empty when it is as expected.</summary>
    public string Complaint { get; init; } = "";
}
