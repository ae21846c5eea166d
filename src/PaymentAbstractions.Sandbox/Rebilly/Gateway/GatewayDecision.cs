namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The gateway's decision about a transaction, whether or not the API already shows it.</summary>
internal sealed record GatewayDecision
{
    public required string Result { get; init; }

    /// <summary>Null when the gateway was not asked.</summary>
    public string? Code { get; init; }

    public required string Message { get; init; }

    /// <summary>The amount of a partial approval; null for the whole amount.</summary>
    public decimal? PartialAmount { get; init; }

    public string? AvsCode { get; init; }

    public string? CvvCode { get; init; }

    /// <summary>The status to show until the result is known; null when it is known immediately.</summary>
    public string? PendingStatus { get; init; }

    public bool IsApproved => Result == TransactionResult.Approved;

    /// <summary>Whether the gateway has acted although the API does not show the result yet.</summary>
    public bool MovedUnseen => PendingStatus == TransactionStatus.Timeout;
}
