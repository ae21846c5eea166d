namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>The body of the last write as it reached the provider; <see langword="null"/> before the first write.</summary>
    public abstract string? LastWrite { get; }

    /// <summary>
    /// An order with complete Level III data in <see cref="Currency"/>, whose product codes the provider knows. Default: two lines with
    /// tax, and freight, shipped within the state of New York.
    /// </summary>
    /// <returns>The order; every call returns the same.</returns>
    public virtual CommercialOrder NewCommercialOrder() =>
        new CommercialCardBuilder(Currency)
            .ForCustomer("PO-4711-88")
            .Ship(
                "10001-2345",
                new Address
                {
                    FirstName = "Grace",
                    LastName = "Loading Dock",
                    Line1 = "17 Elmwood Street",
                    City = "Poughkeepsie",
                    Region = "NY",
                    PostalCode = "12180",
                    Country = "US",
                    Phone = "5185550173",
                }
            )
            .AddLine("BOLT-10", "31161609", "Steel bolt M10", quantity: 2, unitPrice: 41.37m, taxRate: 8.25m)
            .AddLine("NUT-10", "31161727", "Steel nut M10", quantity: 7, unitPrice: 2.53m, taxRate: 8.25m)
            .WithFreight(10.43m)
            .Build();

    /// <summary>
    /// <see cref="NewCommercialOrder"/> without the data that the provider does not support at its highest level. Default: the complete
    /// order.
    /// </summary>
    /// <returns>The order, which the gateway accepts with <see cref="WhenNotExpressible.Refuse"/>.</returns>
    public virtual CommercialOrder NewExpressibleOrder() => NewCommercialOrder();

    /// <summary>Whether an operation carries commercial card data at the provider. Default true.</summary>
    /// <remarks>If it does not, the data is refused or omitted like any other unsupported data.</remarks>
    /// <param name="operation">A sale, authorization, capture, refund or credit.</param>
    /// <returns>Whether the operation carries the data.</returns>
    public virtual bool CarriesCommercialData(PaymentOperation operation) => true;
}
