namespace PaymentAbstractions;

/// <summary>Builds complete Level III data from the lines, the tax and the freight of an order, and adds them up.</summary>
/// <remarks>
/// <para>
/// Amounts and prices are in major units of the builder's currency. An amount with too many decimals for the currency is refused, never
/// rounded; a tax that is calculated from a rate is rounded to the currency, midpoints away from zero. Freight, duty and discounts that are
/// not given are zero.
/// </para>
/// <para>Not thread-safe. The builder can build more than once, and can be changed in between.</para>
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
    /// <param name="pricesIncludeTax">Whether prices and freight include their tax (gross). The default is <see langword="false"/>.</param>
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

    /// <summary>Sets the customer's code or purchase order number.</summary>
    /// <param name="reference">Usually at most 17 characters.</param>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder ForCustomer(string reference) =>
        With(data => data with { CustomerReference = reference });

    /// <summary>Sets where the goods are shipped from and to.</summary>
    /// <param name="fromPostalCode">The postal code that they are shipped from.</param>
    /// <param name="to">The address that they are shipped to, with postal code and country.</param>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder Ship(string fromPostalCode, Address to) =>
        With(data => data with { ShipFromPostalCode = fromPostalCode, ShipTo = to });

    /// <summary>Sets where the goods are shipped from and to.</summary>
    /// <param name="fromPostalCode">The postal code that they are shipped from.</param>
    /// <param name="toStoredAddressId">The provider's id of the address that they are shipped to.</param>
    /// <returns>The builder.</returns>
    public CommercialCardBuilder Ship(string fromPostalCode, string toStoredAddressId) =>
        With(data => data with { ShipFromPostalCode = fromPostalCode, ShipToStoredAddressId = toStoredAddressId });

    /// <summary>Adds a line.</summary>
    /// <param name="productCode">The merchant's product code, usually at most 12 characters.</param>
    /// <param name="commodityCode">
    /// The code, usually at most 12 characters; digits for Visa. A string converts to a code without a catalog.
    /// </param>
    /// <param name="description">The description of the item; 26 characters fit every scheme.</param>
    /// <param name="quantity">The quantity: greater than zero, at most 4 decimals.</param>
    /// <param name="unitPrice">The price of one unit, at most 4 decimals.</param>
    /// <param name="unitOfMeasure">The unit of measure. The default is <c>EA</c>, each.</param>
    /// <param name="taxRate">
    /// The tax rate in percent, from which the tax is calculated. The default is <see langword="null"/>: the line has no tax.
    /// </param>
    /// <param name="discount">The discount on the line. The default is <see langword="null"/>: no discount.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The price is negative, or the price or the discount has too many decimals.</exception>
    public CommercialCardBuilder AddLine(
        string productCode,
        CommodityCode commodityCode,
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

    /// <summary>
    /// Adds a line with all its values. A missing discount or tax is calculated from its rate, the net amount from the other values.
    /// </summary>
    /// <param name="line">The line. <see cref="CommercialLineItem.TaxIncluded"/> is set to the value of the builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is <see langword="null"/>.</exception>
    public CommercialCardBuilder AddLine(CommercialLineItem line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _lines.Add(line);
        return this;
    }

    /// <summary>Adds freight.</summary>
    /// <param name="amount">The freight.</param>
    /// <param name="taxRate">The tax rate in percent. The default is <see langword="null"/>: the freight has no tax of its own.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount has too many decimals for the currency.</exception>
    public CommercialCardBuilder WithFreight(decimal amount, decimal? taxRate = null)
    {
        var freight = new Money(amount, _currency);
        return With(data => data with { Freight = freight, FreightTaxRate = taxRate });
    }

    /// <summary>Adds duty.</summary>
    /// <param name="amount">The duty.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount has too many decimals for the currency.</exception>
    public CommercialCardBuilder WithDuty(decimal amount)
    {
        var duty = new Money(amount, _currency);
        return With(data => data with { Duty = duty });
    }

    /// <summary>Adds a discount on the whole order.</summary>
    /// <param name="amount">The discount, zero or more.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount has too many decimals for the currency.</exception>
    public CommercialCardBuilder WithDiscount(decimal amount)
    {
        var discount = new Money(amount, _currency);
        return With(data => data with { Discount = discount });
    }

    /// <summary>Sets the tax of the whole order, if it is not calculated line by line.</summary>
    /// <param name="amount">The tax, including that of the freight.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="PaymentRequestException">The amount has too many decimals for the currency.</exception>
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

    /// <summary>Marks the order as exempt from tax.</summary>
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

    /// <summary>Changes values that have no method of their own, for example the invoice number.</summary>
    /// <param name="change">Receives the data and returns the changed data.</param>
    /// <returns>The builder.</returns>
    /// <remarks>Lines that are set here precede those that are added.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="change"/> returns <see langword="null"/>.</exception>
    public CommercialCardBuilder With(Func<CommercialCardData, CommercialCardData> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _data = change(_data) ?? throw new ArgumentException("The function must return the data.", nameof(change));
        return this;
    }

    /// <summary>Adds up the order and checks it.</summary>
    /// <param name="level">The level that it must be complete for; every level requires lines. The default is Level III.</param>
    /// <returns>The order: valid, with its data and its totals.</returns>
    /// <exception cref="PaymentRequestException">A value is missing or not valid. The exception lists every problem.</exception>
    public CommercialOrder Build(CommercialDataLevel level = CommercialDataLevel.LevelIII)
    {
        var data = WithTaxOfLines(_data with { LineItems = [.. _data.LineItems.Concat(_lines).Select(Complete)] });
        var options = new CommercialCardValidationOptions { Level = level };
        var check = new CommercialCardCheck(data, Money.Zero(_currency), options);
        if (CommercialCardTotals.AddUp(ref check) is not { } totals)
        {
            // There is no amount to check against, but all other problems are reported.
            var others = CommercialCardValidator
                .Validate(data, check.Amount, options)
                .Where(finding => finding.Field != CommercialCardCheck.AmountField);
            CommercialOrder.Refuse(others.Concat(check.Findings()).Distinct());
            return null;
        }

        CommercialOrder.RefuseErrors(CommercialCardValidator.Validate(data, totals.Amount, options));
        return data.LineItems.Count > 0
            ? new CommercialOrder { Data = data, Totals = totals }
            : throw new PaymentRequestException(
                nameof(data.LineItems),
                "are missing; the amount is calculated from them. To send data without lines, create CommercialCardData directly."
            );
    }

    private CommercialLineItem Complete(CommercialLineItem? line)
    {
        line = line is null ? null! : line with { TaxIncluded = _pricesIncludeTax };
        if (line is null || LineItemRules.Reckon(line with { Discount = null }, _currency) is not { } gross)
        {
            // Sums are not possible; the validator reports the reason.
            return line!;
        }

        var rateOfDiscount = TryReadRate(line.DiscountRate, out var off) ? LineMath.RateOf(gross, off, false) : 0;
        line = line with { Discount = line.Discount ?? Money.FromMinorUnits(rateOfDiscount, _currency) };
        if (LineItemRules.Reckon(line, _currency) is not { } net)
        {
            return line;
        }

        line = line with { NetAmount = line.NetAmount ?? Money.FromMinorUnits(net, _currency) };
        if (line.Tax is null && TryReadRate(line.TaxRate, out var rate))
        {
            net = line.NetAmount is { } stated && stated.IsCountedIn(_currency) ? stated.ToMinorUnits() : net;
            var taxed = line.DiscountTreatment == DiscountTreatment.TaxBeforeDiscount ? gross : net;
            line = line with { Tax = Money.FromMinorUnits(LineMath.RateOf(taxed, rate, _pricesIncludeTax), _currency) };
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
            data is { Freight: { } freight, FreightTax: null }
            && freight.IsCountedIn(_currency)
            && TryReadRate(data.FreightTaxRate, out var rate)
        )
        {
            var tax = LineMath.RateOf(freight.ToMinorUnits(), rate, _pricesIncludeTax);
            data = data with { FreightTax = Money.FromMinorUnits(tax, _currency) };
        }

        if (data.Tax is not null || (data.FreightTax is null && data.LineItems.All(line => line?.Tax is null)))
        {
            return data;
        }

        return data with
        {
            Tax = new CommercialTax
            {
                Amount = SumOfTaxes(data),
                Treatment = TaxTreatment.Taxable,
                Calculation = _pricesIncludeTax ? TaxCalculation.GrossPerLine : TaxCalculation.NetPerLine,
            },
        };
    }

    // The validator reports values that cannot be added up and sums that are too large.
    private Money SumOfTaxes(CommercialCardData data)
    {
        Int128 sum = 0;
        foreach (var tax in data.LineItems.Select(line => line?.Tax).Append(data.FreightTax))
        {
            sum += tax is { } part && part.IsCountedIn(_currency) ? part.ToMinorUnits() : 0;
        }

        return Money.FromMinorUnits((long)Int128.Min(sum, long.MaxValue), _currency);
    }

    private static bool TryReadRate(decimal? percent, out long rate)
    {
        rate = 0;
        return percent is { } given && LineMath.TryReadTenThousandths(given, out rate) && rate <= LineMath.HighestRate;
    }
}
