using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.Storefront;

/// <summary>Makes orders out of carts. No money moves.</summary>
public sealed class OrderPlacement(OrderStore orders, TimeProvider time)
{
    private const int NumberLength = 8;

    /// <summary>Adds up what a cart comes to, with the data of a business card.</summary>
    public static CommercialOrder AddUp(IReadOnlyList<CartLine> lines, Address address, string reference)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var order = new CommercialCardBuilder(Currency.Usd)
            .ForCustomer(reference)
            .Ship(Catalog.ShipsFrom, address)
            .WithFreight(Catalog.Freight);
        foreach (var line in lines)
        {
            order.AddLine(
                line.Code,
                line.Product.CommodityCode,
                line.Product.Name,
                line.Quantity,
                line.Product.Price,
                taxRate: Catalog.TaxRate
            );
        }

        return order.Build();
    }

    /// <summary>Places the order of a cart, or finds the one that it has become.</summary>
    public async Task<PlacedOrder> PlaceAsync(
        string shopper,
        Cart cart,
        CustomerForm form,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(cart);
        ArgumentNullException.ThrowIfNull(form);
        var number = RandomText.New(NumberLength);
        var purchaseOrder = form.IsBusiness ? form.PurchaseOrder?.Trim() : null;
        var address = form.ToAddress();
        var sum = AddUp(cart.Lines, address, string.IsNullOrEmpty(purchaseOrder) ? number : purchaseOrder);
        var order = new Order
        {
            Number = number,
            Total = sum.Amount,
            Customer = new Customer { Id = ShopperCookie.CustomerIdOf(shopper), Address = address },
            Description = $"Order {number}",
            CaptureLater = form.CaptureLater,
            CommercialData = form.IsBusiness
                ? sum.Data with
                {
                    RequestedLevel = RequestedDataLevel.BestEffort,
                    WhenNotExpressible = WhenNotExpressible.DropAndReport,
                }
                : null,
        };
        var details = new OrderDetails(
            cart.Lines,
            sum.Totals.Lines,
            sum.Totals.Tax,
            sum.Totals.Freight,
            form.IsBusiness ? purchaseOrder : null
        );
        return await orders.AddAsync(
            new PlacedOrder(order, details, shopper, time.GetUtcNow()),
            cart.Id,
            cancellationToken
        );
    }
}
