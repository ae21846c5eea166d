using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class ReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Left_out_fields_are_reported_only_when_the_request_was_sent(bool isSent)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On(
            "POST payments",
            isSent ? StubAnswer.Json(201, Txn.Sale().With("level", "1")) : StubAnswer.Refused()
        );

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                BillingAddress = new Address { Country = "US" },
                CommercialCardData = new CommercialCardData { CustomerReference = "PO-1" },
            },
            Token
        );

        Assert.Equal(isSent ? PaymentOutcome.Approved : PaymentOutcome.NotSent, result.Outcome);
        Assert.Equal(isSent ? "BillingAddress" : "", string.Join(',', result.LeftOutFields));
        Assert.Equal(
            isSent ? CommercialDataLevel.LevelII : (CommercialDataLevel?)null,
            result.CommercialData.SentLevel
        );
        Assert.Equal(
            isSent ? CommercialDataLevel.LevelI : (CommercialDataLevel?)null,
            result.CommercialData.ReportedLevel
        );
        Assert.Equal(
            isSent,
            result.Message?.Contains("Sent as LevelII and accepted as LevelI", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Values_that_cannot_be_read_are_counted_and_spoil_nothing()
    {
        List<string> counted = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "payments.unreadable_values")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
                lock (counted)
                {
                    counted.Add($"{values["payment.gateway"]} {values["payment.field"]}");
                }
            }
        );
        listener.Start();
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On(
            "POST payments",
            StubAnswer.Json(
                201,
                Txn.Sale().With("created", "yesterday").With("descriptor", true).With("refunded", "of course")
            )
        );

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        lock (counted)
        {
            Assert.Equal(
                ["cards created", "cards descriptor", "cards refunded"],
                counted.Distinct().Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_card_that_was_sent_completes_what_is_known_of_it()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().Without("customer")));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.Equal(
            (PaymentMethodKind.PaymentCard, "1111", 12, 2030),
            (
                result.PaymentMethod.Kind,
                result.PaymentMethod.LastFour,
                result.PaymentMethod.ExpiryMonth,
                result.PaymentMethod.ExpiryYear
            )
        );
    }
}
