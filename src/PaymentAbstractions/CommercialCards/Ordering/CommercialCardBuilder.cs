namespace PaymentAbstractions;

/// <summary>Makes complete Level III data out of an order's lines, tax and freight, and adds it up.</summary>
/// <remarks>
/// <para>
/// Amounts and prices are in major units of the builder's currency. An amount that is finer than the currency is refused,
/// never rounded; a tax that is reckoned from a rate is rounded to the currency, midpoints away from zero. Freight, duty and
/// discounts that are not given are stated as zero.
/// </para>
/// <para>Not thread-safe. It may be built more than once, and goes on from where it is.</para>
/// </remarks>
/// <example>
/// <code>
/// var order = new CommercialCardBuilder(Currency.Usd)
///     .ForCustomer("PO-88")
///     .Ship("10001", address)
///     .AddLine("BOLT-10", "31161600", "Steel bolt M10", quantity: 2, unitPrice: 40.00m, taxRate: 8.25m)
///     .WithFreight(10.00m)
///     .Build();
/// </code>
/// </example>
public sealed class CommercialCardBuilder
{
    private readonly Currency _currency;
    private readonly bool _pricesIncludeTax;
    private readonly List<CommercialLineItem> _lines = [];
    private CommercialCardData _data;

    /// <summary>Starts an order.</summary>
    /// <param name="currency">The currency of every amount; it must be money.</param>
    /// <param name="pricesIncludeTax">Whether prices and freight contain their tax (gross). Default: they do not (net).</param>
    /// <exception cref="PaymentRequestException">The currency is missing or not money.</exception>
    public CommercialCardBuilder(Currency currency, bool pricesIncludeTax = false)
    {
        var zero = Money.Zero(currency);
        _currency = currency;
        _pricesIncludeTax = pricesIncludeTax;
        _data = new CommercialCardData
        {
            Freight = zero,
            Duty = zero,
            Discount = zero,
        };
    }

    /// <summary>Names the customer's code or purchase order.</summary>
    /// <param name="reference">Usually at most 17 characters.</param>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder ForCustomer(string reference) =>
        With(data => data with { CustomerReference = reference });

    /// <summary>Says where the goods come from and go to.</summary>
    /// <param name="fromPostalCode">The postal code that they come from.</param>
    /// <param name="to">The address that they go to, with postal code and country.</param>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder Ship(string fromPostalCode, Address to) =>
        With(data => data with { ShipFromPostalCode = fromPostalCode, ShipTo = to });

    /// <summary>Says where the goods come from and go to.</summary>
    /// <param name="fromPostalCode">The postal code that they come from.</param>
    /// <param name="toStoredAddressId">The provider's id of the address that they go to.</param>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder Ship(string fromPostalCode, string toStoredAddressId) =>
        With(data => data with { ShipFromPostalCode = fromPostalCode, ShipToStoredAddressId = toStoredAddressId });

    /// <summary>Adds a line.</summary>
    /// <param name="productCode">The merchant's product code, usually at most 12 characters.</param>
    /// <param name="commodityCode">The commodity code, usually at most 12 characters; digits for Visa.</param>
    /// <param name="description">What is sold; 26 characters fit every scheme.</param>
    /// <param name="quantity">How many, above zero, at most 4 decimals.</param>
    /// <param name="unitPrice">The price of one unit, at most 4 decimals.</param>
    /// <param name="unitOfMeasure">The unit of measure. Default <c>EA</c>, each.</param>
    /// <param name="taxRate">The rate of the tax in percent; the tax is reckoned from it. Default: the line has no tax of its own.</param>
    /// <param name="discount">The discount on the line. Default none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The price or the discount is finer than it may be, or negative.</exception>
    public CommercialCardBuilder AddLine(
        string productCode,
        string commodityCode,
        string description,
        decimal quantity,
        decimal unitPrice,
        string unitOfMeasure = "EA",
        decimal? taxRate = null,
        decimal discount = 0
    ) =>
        AddLine(
            new CommercialLineItem
            {
                ProductCode = productCode,
                CommodityCode = commodityCode,
                Description = description,
                Quantity = quantity,
                UnitOfMeasure = unitOfMeasure,
                UnitPrice = new UnitPrice(unitPrice, _currency),
                TaxRate = taxRate,
                Discount = new Money(discount, _currency),
            }
        );

    /// <summary>Adds a line with all that a line can have; what is missing of discount, tax and net amount is reckoned.</summary>
    /// <param name="line">The line. <see cref="CommercialLineItem.TaxIncluded"/> is set as the builder's prices are.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public CommercialCardBuilder AddLine(CommercialLineItem line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _lines.Add(line);
        return this;
    }

    /// <summary>Adds freight.</summary>
    /// <param name="amount">The freight.</param>
    /// <param name="taxRate">The rate of the tax on it in percent. Default: it has no tax of its own.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount is finer than the currency.</exception>
    public CommercialCardBuilder WithFreight(decimal amount, decimal? taxRate = null)
    {
        var freight = new Money(amount, _currency);
        return With(data => data with { Freight = freight, FreightTaxRate = taxRate });
    }

    /// <summary>Adds duty.</summary>
    /// <param name="amount">The duty.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount is finer than the currency.</exception>
    public CommercialCardBuilder WithDuty(decimal amount)
    {
        var duty = new Money(amount, _currency);
        return With(data => data with { Duty = duty });
    }

    /// <summary>Takes a discount off the whole order.</summary>
    /// <param name="amount">The discount, zero or more.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount is finer than the currency.</exception>
    public CommercialCardBuilder WithDiscount(decimal amount)
    {
        var discount = new Money(amount, _currency);
        return With(data => data with { Discount = discount });
    }

    /// <summary>States the tax of the whole order, when it is not reckoned line by line.</summary>
    /// <param name="amount">The tax, that on the freight included.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount is finer than the currency.</exception>
    public CommercialCardBuilder WithTax(decimal amount)
    {
        var tax = new Money(amount, _currency);
        return With(data =>
            data with
            {
                Tax = new CommercialTax
                {
                    Amount = tax,
                    Treatment = TaxTreatment.Taxable,
                    Calculation = _pricesIncludeTax ? TaxCalculation.GrossPerInvoice : TaxCalculation.NetPerInvoice,
                },
            }
        );
    }

    /// <summary>Says that the order is exempt from tax.</summary>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder TaxExempt()
    {
        var none = Money.Zero(_currency);
        return With(data =>
            data with
            {
                Tax = new CommercialTax { Amount = none, Treatment = TaxTreatment.Exempt },
            }
        );
    }

    /// <summary>Sets whatever has no method of its own, for example the invoice number.</summary>
    /// <param name="change">Takes the data as it is and gives it back changed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public CommercialCardBuilder With(Func<CommercialCardData, CommercialCardData> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _data = change(_data);
        return this;
    }

    /// <summary>Adds the order up and checks it.</summary>
    /// <param name="level">The level that it must be complete for. Default Level III.</param>
    /// <returns>The order: valid, with its data and its totals.</returns>
    /// <exception cref="PaymentRequestException">Something is missing or wrong; every problem is listed.</exception>
    public CommercialOrder Build(CommercialDataLevel level = CommercialDataLevel.LevelIII)
    {
        var data = _data with { LineItems = [.. _lines.Select(Complete)] };
        data = WithTaxOfLines(data);
        var totals = CommercialCardTotals.Of(data, _currency);
        CommercialOrder.RefuseErrors(
            CommercialCardValidator.Validate(data, totals.Amount, new CommercialCardValidationOptions { Level = level })
        );
        return new CommercialOrder { Data = data, Totals = totals };
    }

    private CommercialLineItem Complete(CommercialLineItem line)
    {
        line = line with { TaxIncluded = _pricesIncludeTax, Discount = line.Discount ?? Money.Zero(_currency) };
        if (LineItemRules.Reckon(line, _currency) is not { } net)
        {
            // Not to be reckoned with; the totals tell why.
            return line;
        }

        line = line with { NetAmount = line.NetAmount ?? Money.FromMinorUnits(net, _currency) };
        if (line is { Tax: null, TaxRate: { } percent } && TryReadRate(percent, out var rate))
        {
            var before = net + line.Discount.Value.ToMinorUnits();
            var taxed = line.DiscountTreatment == DiscountTreatment.TaxBeforeDiscount ? before : net;
            var tax = LineMath.RateOf(taxed, rate, _pricesIncludeTax);
            line = line with { Tax = Money.FromMinorUnits(tax, _currency) };
        }

        return line.Tax is null || line.TaxTreatment != TaxTreatment.NotProvided
            ? line
            : line with
            {
                TaxTreatment = TaxTreatment.Taxable,
            };
    }

    private CommercialCardData WithTaxOfLines(CommercialCardData data)
    {
        if (
            data is { Freight: { IsSpecified: true } freight, FreightTax: null, FreightTaxRate: { } percent }
            && TryReadRate(percent, out var rate)
        )
        {
            data = data with
            {
                FreightTax = Money.FromMinorUnits(
                    LineMath.RateOf(freight.ToMinorUnits(), rate, _pricesIncludeTax),
                    _currency
                ),
            };
        }

        if (data.Tax is not null || (data.FreightTax is null && data.LineItems.All(line => line.Tax is null)))
        {
            return data;
        }

        var taxes = data.LineItems.Where(line => line.Tax is { IsSpecified: true }).Select(line => line.Tax!.Value);
        return data with
        {
            Tax = new CommercialTax
            {
                Amount = Money.Sum(taxes, _currency) + (data.FreightTax ?? Money.Zero(_currency)),
                Treatment = TaxTreatment.Taxable,
                Calculation = _pricesIncludeTax ? TaxCalculation.GrossPerLine : TaxCalculation.NetPerLine,
            },
        };
    }

    private static bool TryReadRate(decimal percent, out long rate) =>
        LineMath.TryReadTenThousandths(percent, out rate) && rate <= LineMath.HighestRate;
}
