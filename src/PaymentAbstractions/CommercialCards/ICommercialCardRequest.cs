namespace PaymentAbstractions;

/// <summary>A request that can carry Level II and III data: a sale, authorization, capture, refund or credit.</summary>
public interface ICommercialCardRequest
{
    /// <summary>The amount that moves, which the data must add up to.</summary>
    Money Amount { get; }

    /// <summary>The data of what moves with this request; none for Level I.</summary>
    CommercialCardData? CommercialCardData { get; }
}
