using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// Level II and III data is sent completely, omitted with the caller's permission and a report, or refused by name before anything is sent.
/// It is never dropped silently.
/// </summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class CommercialDataSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private CommercialDataLevel Highest => Capabilities.HighestDataLevel;

    private bool TakesNone => Highest == CommercialDataLevel.LevelI;

    /// <summary>The fields that the provider does not support, although it accepts data.</summary>
    private ValueList<string> Inexpressible =>
        [
            .. Harness
                .NewCommercialOrder()
                .Data.GivenFields()
                .Except(Harness.NewExpressibleOrder().Data.GivenFields(), StringComparer.Ordinal),
        ];

    /// <summary>Both orders of the harness are valid, and complete for the card schemes or for the provider.</summary>
    [Fact]
    public Task The_orders_of_the_harness_add_up() =>
        HoldsAsync(
            "Both orders of the harness are valid, and complete for the card schemes or for the provider.",
            "commercial-data",
            () =>
            {
                var options = new CommercialCardValidationOptions { Level = CommercialDataLevel.LevelI };
                var order = Harness.NewCommercialOrder();
                var expressible = Harness.NewExpressibleOrder();

                Assert.Equal(CommercialDataLevel.LevelIII, CommercialCardClassifier.Classify(order.Data).Level);
                Assert.All(
                    new[] { order, expressible },
                    one =>
                        Assert.DoesNotContain(
                            CommercialCardValidator.Validate(one.Data, one.Amount, options),
                            finding => finding.Severity == CommercialCardSeverity.Error
                        )
                );
                Assert.Subset(
                    order.Data.GivenFields().ToHashSet(StringComparer.Ordinal),
                    expressible.Data.GivenFields().ToHashSet(StringComparer.Ordinal)
                );
            }
        );

    /// <summary>A complete order is sent at each level that can be requested, and the fields that are not sent are reported.</summary>
    /// <param name="requested">The level.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.RequestedLevels), MemberType = typeof(ConformanceCases))]
    public Task The_level_that_was_asked_for_is_sent_and_the_rest_is_told(RequestedDataLevel requested) =>
        HoldsAsync(
            "A complete order is sent at each level that can be requested, and the fields that are not sent are reported.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewCommercialOrder();
                var data = order.Data with
                {
                    RequestedLevel = requested,
                    WhenNotExpressible = WhenNotExpressible.DropAndReport,
                };
                var request = await SaleOf(order, data);
                if (LevelOf(requested) > Highest)
                {
                    AssertNamed(await RefusedAsync(request), [nameof(data.RequestedLevel)]);
                    return;
                }

                var result = await PayAsync(request);

                var expected = requested == RequestedDataLevel.BestEffort ? Highest : LevelOf(requested);
                await AssertReported(result, data, expected);
                if (expected == Highest && !TakesNone)
                {
                    AssertSame(Inexpressible, result?.CommercialData.DroppedFields);
                }
            }
        );

    /// <summary>
    /// Data that can be expressed completely needs no permission; a gateway that accepts no data, or not this level, refuses it.
    /// </summary>
    /// <param name="requested">The level.</param>
    [Theory]
    [InlineData(RequestedDataLevel.LevelIII)]
    [InlineData(RequestedDataLevel.BestEffort)]
    public Task What_can_be_expressed_is_sent_whole(RequestedDataLevel requested) =>
        HoldsAsync(
            "Data that can be expressed completely needs no permission; a gateway that accepts no data, or not this level, refuses it.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                var data = order.Data with
                {
                    RequestedLevel = requested,
                    WhenNotExpressible = WhenNotExpressible.Refuse,
                };
                var request = await SaleOf(order, data);
                if (TakesNone || LevelOf(requested) > Highest)
                {
                    Assert.NotEmpty(await RefusedAsync(request));
                    return;
                }

                var result = await PayAsync(request);

                await AssertReported(result, data, Highest);
                AssertSame([], result?.CommercialData.DroppedFields);
            }
        );

    /// <summary>Without permission no field is omitted.</summary>
    /// <param name="requested">The level.</param>
    [Theory]
    [InlineData(RequestedDataLevel.LevelIII)]
    [InlineData(RequestedDataLevel.BestEffort)]
    public Task What_cannot_be_expressed_is_refused_by_name(RequestedDataLevel requested) =>
        HoldsAsync(
            "Without permission no field is omitted.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewCommercialOrder();
                var request = await SaleOf(order, order.Data with { RequestedLevel = requested });
                if (!TakesNone && Inexpressible.Count == 0)
                {
                    AssertSame([], (await PayAsync(request))?.CommercialData.DroppedFields);
                    return;
                }

                var problems = await RefusedAsync(request);

                Assert.NotEmpty(problems);
                AssertNamed(problems, TakesNone ? [] : Inexpressible);
            }
        );

    /// <summary>A payment at Level I sends nothing of the order, and reports that.</summary>
    [Fact]
    public Task At_level_one_everything_is_left_out_and_told() =>
        HoldsAsync(
            "A payment at Level I sends nothing of the order, and reports that.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewCommercialOrder();
                var data = new CommercialCardData
                {
                    CustomerReference = order.Data.CustomerReference,
                    InvoiceNumber = "INVOICE-9006",
                    WhenNotExpressible = WhenNotExpressible.DropAndReport,
                };

                var result = await PayAsync(await SaleOf(order, data));

                await AssertReported(result, data, CommercialDataLevel.LevelI);
            }
        );

    /// <summary>A repeated request reports the same as the first one.</summary>
    [Fact]
    public Task A_repeat_of_a_key_tells_the_same() =>
        HoldsAsync(
            "A repeated request reports the same as the first one.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewCommercialOrder();
                var data = order.Data with { WhenNotExpressible = WhenNotExpressible.DropAndReport };
                var request = await SaleOf(order, data);
                var first = await PayAsync(request);
                var mark = Now();

                var second = await SendAsync(request);

                Assert.Empty(await Since(mark));
                Assert.NotNull(first);
                Assert.Equal(
                    (
                        first.CommercialData.SentLevel,
                        first.CommercialData.DroppedFields,
                        first.CommercialData.PassedThrough
                    ),
                    (
                        second.CommercialData.SentLevel,
                        second.CommercialData.DroppedFields,
                        second.CommercialData.PassedThrough
                    )
                );
            }
        );

    /// <summary>Logs and traces contain no text of the order and no secret, because they are kept longer than the order.</summary>
    [Fact]
    public Task No_text_of_the_order_and_no_secret_is_emitted() =>
        HoldsAsync(
            "Logs and traces contain no text of the order and no secret, because they are kept longer than the order.",
            "commercial-data",
            async () =>
            {
                Harness.StartCapture();
                var order = Harness.NewCommercialOrder();
                var dropping = order.Data with { WhenNotExpressible = WhenNotExpressible.DropAndReport };
                var expressible = Harness.NewExpressibleOrder();
                var shown = new List<string?>();

                shown.Add((await PayAsync(await SaleOf(order, dropping)))?.ToString());
                shown.Add((await TryAsync(await SaleOf(expressible, expressible.Data)))?.ToString());
                shown.Add((await TryAsync(await SaleOf(order, order.Data)))?.ToString());
                shown.Add((await TryAsync(await SaleOf(order, OffByOne(dropping))))?.ToString());
                shown.Add(Harness.Emitted);

                var texts = OrderOnWire
                    .Texts(order.Data)
                    .Select(text => text.Value)
                    .Concat(Harness.Secrets)
                    .Where(text => text.Length >= 8)
                    .ToList();
                Assert.NotEmpty(texts);
                Assert.All(
                    texts,
                    text => Assert.DoesNotContain(shown, one => one?.Contains(text, StringComparison.Ordinal) == true)
                );
            }
        );

    private static CommercialDataLevel LevelOf(RequestedDataLevel requested) =>
        requested switch
        {
            RequestedDataLevel.LevelII => CommercialDataLevel.LevelII,
            RequestedDataLevel.LevelIII => CommercialDataLevel.LevelIII,
            _ => CommercialDataLevel.LevelI,
        };
}
