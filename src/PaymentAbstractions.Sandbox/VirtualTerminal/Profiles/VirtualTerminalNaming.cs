namespace PaymentAbstractions.Sandbox;

/// <summary>How names of members are spelled in answers; both spellings occur in documents and recordings.</summary>
public enum VirtualTerminalNaming
{
    /// <summary><c>CustomerID</c>, <c>CommodityCode</c>, <c>RecurrentBilling</c>.</summary>
    Recorded,

    /// <summary><c>CustomerId</c>, <c>Commodity Code</c>, <c>RecurrentBillings</c>.</summary>
    Varied,
}
