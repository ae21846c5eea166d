namespace PaymentAbstractions;

/// <summary>A request that can carry Level II and III data: a sale, authorization, capture, refund or credit.</summary>
public interface ICommercialCardRequest
{
    /// <summary>The amount that moves. The data must add up to it.</summary>
    Money Amount { get; }

    /// <summary>The commercial card data of this request; <see langword="null"/> for Level I.</summary>
    CommercialCardData? CommercialCardData { get; }
}
