using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace PaymentAbstractions.Tests;

/// <summary>The output of a structured logger that enumerates the properties of a value: Serilog, as applications use it.</summary>
public sealed class StructuredLoggerTests
{
    private const string Number = "4111111111111111";

    private static readonly string[] Secrets =
    [
        Number,
        "737",
        "tok_secret",
        "Lovelace",
        "Baker Street",
        "NW16XE",
        "ada@example.com",
        "the answer's text",
    ];

    private static readonly Address Address = new()
    {
        LastName = "Lovelace",
        Line1 = "Baker Street",
        PostalCode = "NW16XE",
        Country = "GB",
        Email = "ada@example.com",
    };

    public static TheoryData<string, object> Results =>
        new()
        {
            {
                "result",
                new PaymentResult
                {
                    Outcome = PaymentOutcome.Unknown,
                    Operation = PaymentOperation.Sale,
                    Transaction = Transaction,
                    Answer = new ProviderAnswer { HttpStatus = 500, Body = "the answer's text" },
                    View = new ProviderView(() => Address),
                    PaymentMethod = new PaymentMethodDetails { Brand = CardBrand.Visa, LastFour = "1111" },
                }
            },
            {
                "state",
                new TransactionState
                {
                    Transaction = Transaction,
                    Type = PaymentOperation.Sale,
                    Outcome = PaymentOutcome.Approved,
                    Answer = new ProviderAnswer { HttpStatus = 200, Body = "the answer's text" },
                    View = new ProviderView(() => Address),
                }
            },
        };

    public static TheoryData<string, object> Requests =>
        new()
        {
            {
                "card",
                Sale(
                    new PaymentCard
                    {
                        Number = new CardNumber(Number),
                        ExpiryMonth = 12,
                        ExpiryYear = 2049,
                        SecurityCode = new SecurityCode("737"),
                    }
                )
            },
            { "token", Sale(PaymentMethod.Token("tok_secret")) },
        };

    private static TransactionReference Transaction { get; } =
        new("cards", AccountFingerprint.Of("p", "e", "a"), "txn_1");

    [Theory]
    [MemberData(nameof(Results))]
    public void A_destructured_result_shows_no_answer_and_no_address(string name, object value)
    {
        var written = Write("{@Value}", value);

        Assert.Contains("txn_1", written, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal));
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_destructured_request_shows_no_card_and_no_token(string name, object value)
    {
        var written = Write("{@Value}", value);

        Assert.Contains("order-1042", written, StringComparison.Ordinal);
        Assert.All(
            [Number, "737", "tok_secret"],
            secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal)
        );
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Results))]
    [MemberData(nameof(Requests))]
    public void The_documented_policy_writes_the_own_text_of_every_value(string name, object value)
    {
        var written = Write("{@Value}", value, withPolicy: true);

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal));
        Assert.Contains($"{value.GetType().Name} {{", written, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Results))]
    [MemberData(nameof(Requests))]
    public void A_value_that_is_not_destructured_shows_nothing_either(string name, object value)
    {
        var written = Write("{Value}", value);

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal));
        Assert.NotEmpty(name);
    }

    private static SaleRequest Sale(PaymentMethod method) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey("order-1042-attempt-1"),
            OrderReference = new OrderReference("order-1042"),
            Amount = Money.Usd(49.90m),
            PaymentMethod = method,
            Customer = new Customer { Id = "cus_77", Address = Address },
            BillingAddress = Address,
            ShippingAddress = Address,
        };

    private static string Write(string template, object value, bool withPolicy = false)
    {
        var sink = new TextSink();
        var configuration = new LoggerConfiguration().WriteTo.Sink(sink);
        if (withPolicy)
        {
            // The policy that docs/logging.md describes.
            configuration.Destructure.ByTransformingWhere<object>(
                type => type.Namespace?.StartsWith("PaymentAbstractions", StringComparison.Ordinal) == true,
                one => one.ToString()!
            );
        }

        using var logger = configuration.CreateLogger();
#pragma warning disable CA2254 // The test passes the template as a parameter.
        logger.Information(template, value);
#pragma warning restore CA2254
        return sink.Text;
    }

    private sealed class TextSink : ILogEventSink
    {
        public string Text { get; private set; } = "";

        public void Emit(LogEvent logEvent)
        {
            // At a fixed time, because the digits of the present one may be those of a security code.
            var written = new LogEvent(
                DateTimeOffset.UnixEpoch,
                logEvent.Level,
                logEvent.Exception,
                logEvent.MessageTemplate,
                logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value))
            );
            using var writer = new StringWriter();
            new JsonFormatter(renderMessage: true).Format(written, writer);
            Text += writer.ToString();
        }
    }
}
