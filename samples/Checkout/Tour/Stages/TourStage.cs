using Checkout.Shop;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>
/// One provider of the tour: its customers, and the behavior that the tour can choose. The shop does not know this type.
/// </summary>
internal abstract class TourStage
{
    /// <summary>The gateways that reach the provider well, with a wrong key, and not at all.</summary>
    public required string Gateway { get; init; }

    public required string WrongKeyGateway { get; init; }

    public required string UnreachableGateway { get; init; }

    public abstract Customer Customer { get; }

    /// <summary>The card that the customer has stored; set by the tour where it stores one.</summary>
    public abstract PaymentMethod Card { get; set; }

    /// <summary>A stored card that the tour removes in the end.</summary>
    public StoredPaymentMethod SpareCard { get; set; } = PaymentMethod.Stored("none");

    /// <summary>Another card of the customer.</summary>
    public abstract PaymentMethod OtherCard { get; }

    /// <summary>How to pay so that the provider declines: with which method, and which note in the order.</summary>
    public abstract (PaymentMethod Method, string? Note) Declining(string code);

    /// <summary>Chooses what must come from this provider.</summary>
    public abstract T Pick<T>(T rebilly, T terminal);

    /// <summary>The next charge is made, and its answer never arrives.</summary>
    public abstract void LoseNextAnswer();

    /// <summary>How often the provider's own record shows the order as charged and not given back.</summary>
    public abstract int ChargesOf(string order);

    public CheckoutService Shop(IPaymentGateway gateway) => new(gateway, Customer);
}
