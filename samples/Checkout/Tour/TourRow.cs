using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>One line of the table: what came, and whether that is what must come.</summary>
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

    /// <summary>What is wrong with the row; empty when it is as it must be.</summary>
    public string Complaint { get; init; } = "";
}
