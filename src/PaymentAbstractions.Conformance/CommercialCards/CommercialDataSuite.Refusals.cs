using System.Globalization;
using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class CommercialDataSuite<THarness>
{
    /// <summary>The message states which line is wrong, and by how much.</summary>
    /// <param name="requested">The level.</param>
    /// <param name="when">The policy; it never permits a wrong sum at an explicitly requested level.</param>
    [Theory]
    [InlineData(RequestedDataLevel.LevelII, WhenNotExpressible.DropAndReport)]
    [InlineData(RequestedDataLevel.LevelIII, WhenNotExpressible.DropAndReport)]
    [InlineData(RequestedDataLevel.BestEffort, WhenNotExpressible.Refuse)]
    public Task A_line_that_does_not_add_up_is_refused_with_its_difference(
        RequestedDataLevel requested,
        WhenNotExpressible when
    ) =>
        HoldsAsync(
            "The message states which line is wrong, and by how much.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                var data = OffByOne(order.Data) with { RequestedLevel = requested, WhenNotExpressible = when };
                var request = await SaleOf(order, data);
                if (TakesNone)
                {
                    await AssertLeftOutOrRefused(request, data);
                    return;
                }

                var problems = await RefusedAsync(request);

                var problem = Assert.Single(
                    problems,
                    problem => problem.Field.Contains("LineItems[1]", StringComparison.Ordinal)
                );
                Assert.Contains(SmallestUnit, problem.Message, StringComparison.Ordinal);
            }
        );

    /// <summary>Data that may be dropped never prevents a payment: it is omitted, and the violated rule is reported.</summary>
    [Fact]
    public Task A_line_that_does_not_add_up_and_may_be_dropped_is_left_out_with_the_reason() =>
        HoldsAsync(
            "Data that may be dropped never prevents a payment: it is omitted, and the violated rule is reported.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                var data = OffByOne(order.Data) with
                {
                    RequestedLevel = RequestedDataLevel.BestEffort,
                    WhenNotExpressible = WhenNotExpressible.DropAndReport,
                };
                var request = await SaleOf(order, data);
                if (TakesNone)
                {
                    await AssertLeftOutOrRefused(request, data);
                    return;
                }

                // If the provider cannot prove the payment, ApproveAsync has asserted that nothing is claimed.
                if (await ApproveAsync(request) is { } result)
                {
                    Assert.NotEqual(CommercialDataLevel.LevelIII, result.CommercialData.SentLevel);
                    Assert.Contains(
                        "LineItems[*].Quantity",
                        result.CommercialData.DroppedFields,
                        StringComparer.Ordinal
                    );
                    Assert.Contains(
                        result.CommercialData.DroppedBecause,
                        finding => finding.Field.Contains("LineItems[1]", StringComparison.Ordinal)
                    );
                }
            }
        );

    /// <summary>Data whose sum differs from the payment's amount is refused.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.DataOperations), MemberType = typeof(ConformanceCases))]
    public Task Data_of_another_sum_is_refused_with_the_difference(PaymentOperation operation) =>
        HoldsAsync(
            "Data whose sum differs from the payment's amount is refused.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var prepared = await PrepareAsync(operation, order.Amount, order.Data);
                var request = With(prepared, order.Data, order.Amount - Unit);
                if (TakesNone)
                {
                    await AssertLeftOutOrRefused(request, order.Data);
                    return;
                }

                var problems = await RefusedAsync(request);

                var problem = Assert.Single(problems, problem => problem.Field == "Amount");
                Assert.Contains(SmallestUnit, problem.Message, StringComparison.Ordinal);
            }
        );

    /// <summary>An incomplete level is refused by the name of the missing part, even if data may be dropped.</summary>
    /// <param name="requested">The level.</param>
    /// <param name="part">The missing part.</param>
    [Theory]
    [InlineData(RequestedDataLevel.LevelII, "CustomerReference")]
    [InlineData(RequestedDataLevel.LevelII, "Tax.Amount")]
    [InlineData(RequestedDataLevel.LevelIII, "CustomerReference")]
    [InlineData(RequestedDataLevel.LevelIII, "Tax.Amount")]
    [InlineData(RequestedDataLevel.LevelIII, "LineItems")]
    public Task A_missing_part_of_the_level_is_refused_by_name(RequestedDataLevel requested, string part) =>
        HoldsAsync(
            "An incomplete level is refused by the name of the missing part, even if data may be dropped.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                var data = Without(order.Data, part) with
                {
                    RequestedLevel = requested,
                    WhenNotExpressible = WhenNotExpressible.DropAndReport,
                };
                var amount =
                    part == "LineItems" ? order.Amount : CommercialCardTotals.Of(data, Harness.Currency).Amount;

                var problems = await RefusedAsync(With(await Harness.NewSaleAsync(amount), data, amount));

                AssertNamed(problems, [LevelOf(requested) > Highest ? nameof(data.RequestedLevel) : part]);
            }
        );

    /// <summary>
    /// Data that a gateway does not support is not checked: it is omitted completely if that is allowed, and refused otherwise.
    /// </summary>
    private async Task AssertLeftOutOrRefused(PaymentRequest request, CommercialCardData data)
    {
        if (
            data is
            { RequestedLevel: RequestedDataLevel.BestEffort, WhenNotExpressible: WhenNotExpressible.DropAndReport }
        )
        {
            await AssertReported(await PayAsync(request), data, CommercialDataLevel.LevelI);
        }
        else
        {
            Assert.NotEmpty(await RefusedAsync(request));
        }
    }

    private Money Unit => Money.FromMinorUnits(1, Harness.Currency);

    private string SmallestUnit => Unit.Amount.ToString(CultureInfo.InvariantCulture);

    private CommercialCardData OffByOne(CommercialCardData data) =>
        data with
        {
            LineItems =
            [
                .. data.LineItems.Select(
                    (line, i) => i == 1 ? line with { NetAmount = line.NetAmount!.Value + Unit } : line
                ),
            ],
        };

    private static CommercialCardData Without(CommercialCardData data, string part) =>
        part switch
        {
            "CustomerReference" => data with { CustomerReference = null },
            "LineItems" => data with { LineItems = [], Discount = null },
            _ => data with
            {
                Tax = null,
                FreightTax = null,
                LineItems =
                [
                    .. data.LineItems.Select(line =>
                        line with
                        {
                            Tax = null,
                            TaxRate = null,
                            TaxTreatment = TaxTreatment.NotProvided,
                        }
                    ),
                ],
            },
        };
}
