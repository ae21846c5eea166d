using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentAbstractions.Tests;

public sealed class KnownKindTests
{
    private static readonly PaymentResult Pending = new()
    {
        Outcome = PaymentOutcome.Pending,
        Operation = PaymentOperation.Sale,
        Reason = PaymentReason.WaitingForCustomer,
    };

    private static readonly SaleRequest Sale = (SaleRequest)SampleValues.Of(typeof(SaleRequest));

    public static TheoryData<NextAction> Actions =>
        [
            new RedirectAction
            {
                Url = new Uri("https://pay.example.com/a?b=c"),
                Presentations = [RedirectPresentation.Popup, RedirectPresentation.Iframe],
                ExpiresAt = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero),
            },
            new FormPostAction
            {
                Url = new Uri("/relative", UriKind.Relative),
                Fields = Metadata.From([KeyValuePair.Create("PaReq", "a+b="), KeyValuePair.Create("MD", "")]),
            },
        ];

    [Theory]
    [MemberData(nameof(Actions))]
    public void A_next_action_survives_in_a_result(NextAction action)
    {
        var result = Pending with { NextAction = action };

        PublicValues.AssertSurvives(result, typeof(PaymentResult));
        PublicValues.AssertSurvives(result, typeof(PaymentResult), EntryPointsJsonContext.Default.Options);
        PublicValues.AssertSurvives(action, typeof(NextAction));
    }

    [Fact]
    public void An_action_of_an_adapter_is_left_out_and_the_result_is_written()
    {
        var result = Pending with { NextAction = new ShowCode { Code = "0000" } };

        var back = JsonSerializer.Deserialize<PaymentResult>(JsonSerializer.Serialize(result));

        Assert.Equal(Pending, back);
    }

    [Fact]
    public void A_kind_that_the_options_name_is_kept()
    {
        var options = With(typeof(NextAction), typeof(ShowCode));

        PublicValues.AssertSurvives(
            Pending with
            {
                NextAction = new ShowCode { Code = "0000" },
            },
            typeof(PaymentResult),
            options
        );
        PublicValues.AssertSurvives(Pending with { NextAction = Actions.First().Data }, typeof(PaymentResult), options);
    }

    [Fact]
    public void Provider_options_are_kept_where_the_options_name_them_and_left_out_elsewhere()
    {
        var sale = Sale with { ProviderOptions = [new AcmeOptions { Terminal = "7" }, new OtherOptions()] };
        var known = With(typeof(ProviderRequestOptions), typeof(AcmeOptions));

        var kept = JsonSerializer.Deserialize<SaleRequest>(JsonSerializer.Serialize(sale, known), known)!;
        var plain = JsonSerializer.Deserialize<SaleRequest>(JsonSerializer.Serialize(sale))!;
        var generated = JsonSerializer.Serialize<PaymentRequest>(sale, EntryPointsJsonContext.Default.Options);

        Assert.Equal(sale with { ProviderOptions = [new AcmeOptions { Terminal = "7" }] }, kept);
        Assert.Equal(sale with { ProviderOptions = [] }, plain);
        Assert.Contains("\"ProviderOptions\":[]", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_gives_each_provider_its_own_options()
    {
        var sale = Sale with { ProviderOptions = [new AcmeOptions { Terminal = "7" }] };

        Assert.Equal("7", sale.OptionsOf<AcmeOptions>()?.Terminal);
        Assert.Null(sale.OptionsOf<OtherOptions>());
        Assert.Contains("ProviderOptions = [AcmeOptions]", sale.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(sale, sale with { ProviderOptions = [] });
    }

    private static JsonSerializerOptions With(Type root, Type kind) =>
        new()
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(info =>
            {
                if (info.Type == root)
                {
                    info.PolymorphismOptions ??= new JsonPolymorphismOptions();
                    info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
                }
            }),
        };

    private sealed record ShowCode : NextAction
    {
        public required string Code { get; init; }
    }

    private sealed record AcmeOptions : ProviderRequestOptions
    {
        public string? Terminal { get; init; }
    }

    private sealed record OtherOptions : ProviderRequestOptions;
}
