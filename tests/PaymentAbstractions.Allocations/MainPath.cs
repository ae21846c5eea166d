namespace PaymentAbstractions.Allocations;

/// <summary>A call whose bytes are limited.</summary>
public enum MainPath
{
    /// <summary>An approved sale: one exchange.</summary>
    Sale,

    /// <summary>A declined sale: one exchange.</summary>
    DeclinedSale,

    /// <summary>An approved authorization: one exchange.</summary>
    Authorization,

    /// <summary>The capture of an authorization, which is read first: three exchanges.</summary>
    Capture,

    /// <summary>A look-up of a sale by its reference: one exchange.</summary>
    Find,
}
