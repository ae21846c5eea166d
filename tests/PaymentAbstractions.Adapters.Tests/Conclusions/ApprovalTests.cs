using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class ApprovalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_that_shows_everything_is_approved_under_its_key()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().With("auth_code", "A1")));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (result.Outcome, result.Reason));
        Assert.Equal(
            (Some.Amount, Some.Amount, Some.Amount),
            (result.RequestedAmount, result.ApprovedAmount, result.ProcessedAmount)
        );
        Assert.Equal((AdapterFixture.Ref("pay_1"), PaymentOperation.Sale), (result.Transaction, result.PerformedAs));
        Assert.Equal(("00", "A1"), (result.Code?.Value, result.Provider.AuthorizationCode));
        var write = Assert.Single(fixture.Stub.Requests);
        Assert.Contains($"Idempotency-Key: {AdapterFixture.WireKey("key-1")}", write.Headers, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {AdapterFixture.Secret}", write.Headers, StringComparison.Ordinal);
        Assert.Equal(
            """{"amount":1250,"currency":"USD","type":"sale","customer":"cus_1","instrument":"inst_1"}""",
            write.Body
        );
    }

    [Fact]
    public async Task An_old_provider_approves_a_card_by_its_mark()
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture.Stub.On("sale", Old.Shows(Old.Transaction()));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.Equal((PaymentOutcome.Approved, "1111"), (result.Outcome, result.PaymentMethod.LastFour));
        Assert.EndsWith(
            $"&description={Old.Mark("key-1")}",
            Assert.Single(fixture.Stub.Requests).Body,
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string, JsonNode?, AnomalyKind> Contradictions =>
        new()
        {
            { "id", null, AnomalyKind.TransactionId },
            { "id", "", AnomalyKind.TransactionId },
            { "id", "a b", AnomalyKind.TransactionId },
            { "id", "..", AnomalyKind.TransactionId },
            { "id", new string('x', 129), AnomalyKind.TransactionId },
            { "id", 17, AnomalyKind.TransactionId },
            { "type", "authorize", AnomalyKind.TransactionType },
            { "type", "word", AnomalyKind.TransactionType },
            { "type", null, AnomalyKind.TransactionType },
            { "amount", 1251, AnomalyKind.Amount },
            { "amount", 1249, AnomalyKind.Amount },
            { "amount", null, AnomalyKind.Amount },
            { "amount", "many", AnomalyKind.Other },
            { "currency", "EUR", AnomalyKind.Currency },
            { "currency", "JPY", AnomalyKind.Currency },
            { "currency", null, AnomalyKind.Amount },
            { "key", "another", AnomalyKind.TransactionId },
            { "key", null, AnomalyKind.TransactionId },
            { "customer", "cus_2", AnomalyKind.Customer },
            {
                "card",
                new JsonObject { ["instrument"] = "inst_2" },
                AnomalyKind.Other
            },
            { "code", "05", AnomalyKind.ResponseCode },
            { "charged", "x", AnomalyKind.Other },
        };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task A_part_that_contradicts_the_request_leaves_the_sale_unknown(
        string field,
        JsonNode? value,
        AnomalyKind kind
    )
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().With(field, value?.DeepClone())));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, kind),
            (result.Outcome, result.Reason, result.Anomaly?.Kind)
        );
        Assert.Null(result.ApprovedAmount);
        Assert.Equal(201, result.Answer?.HttpStatus);
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("card")]
    [InlineData("code")]
    [InlineData("created")]
    public async Task A_part_that_the_provider_does_not_always_echo_may_be_absent(string field)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().Without(field)));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }

    [Theory]
    [InlineData(ProviderEchoes.Key, "key", AnomalyKind.TransactionId)]
    [InlineData(ProviderEchoes.Customer, "customer", AnomalyKind.Customer)]
    [InlineData(ProviderEchoes.PaymentMethod, "card", AnomalyKind.Other)]
    public async Task A_part_that_the_profile_says_is_echoed_must_be_there(
        ProviderEchoes echoes,
        string field,
        AnomalyKind kind
    )
    {
        await using var sure = AdapterFixture.Acme(profile => profile with { Echoes = echoes });
        await using var unsure = AdapterFixture.Acme(profile => profile with { Echoes = ProviderEchoes.None });
        var answer = StubAnswer.Json(201, Txn.Sale().Without(field));
        sure.Stub.On("POST payments", answer);
        unsure.Stub.On("POST payments", answer);

        var doubted = await sure.Gateway.SaleAsync(Some.Sale(), Token);
        var believed = await unsure.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, kind), (doubted.Outcome, doubted.Anomaly?.Kind));
        Assert.Equal(PaymentOutcome.Approved, believed.Outcome);
    }

    [Theory]
    [InlineData(ProviderEchoes.Parent, null, PaymentOutcome.Unknown)]
    [InlineData(ProviderEchoes.None, null, PaymentOutcome.Approved)]
    [InlineData(ProviderEchoes.None, "pay_9", PaymentOutcome.Unknown)]
    public async Task A_capture_belongs_to_its_authorization(
        ProviderEchoes echoes,
        string? parent,
        PaymentOutcome expected
    )
    {
        await using var fixture = AdapterFixture.Acme(profile => profile with { Echoes = echoes });
        fixture
            .Stub.WithOriginal(Txn.Authorization())
            .On("POST payments/pay_a/capture", StubAnswer.Ok(Txn.Child("capture").With("parent", parent)));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), Token);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(expected == PaymentOutcome.Unknown ? AnomalyKind.TransactionId : null, result.Anomaly?.Kind);
    }

    [Fact]
    public async Task A_backup_of_the_payment_method_is_believed_where_the_profile_allows_it()
    {
        await using var fixture = AdapterFixture.Acme(profile => profile with { MayChangePaymentMethod = true });
        fixture.Stub.On(
            "POST payments",
            StubAnswer.Json(201, Txn.Sale().With("card", new JsonObject { ["instrument"] = "inst_2" }))
        );

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Approved, "inst_2"), (result.Outcome, result.PaymentMethod.Id));
    }

    [Theory]
    [InlineData("2026-02-28T11:55:00Z", PaymentOutcome.Approved)]
    [InlineData("2026-02-28T11:54:59Z", PaymentOutcome.Unknown)]
    [InlineData("2026-03-02T12:02:30Z", PaymentOutcome.Approved)]
    [InlineData("2026-03-02T12:02:31Z", PaymentOutcome.Unknown)]
    [InlineData("9999-12-31T23:59:59Z", PaymentOutcome.Unknown)]
    [InlineData(null, PaymentOutcome.Approved)]
    public async Task A_time_outside_of_the_life_of_the_key_contradicts_where_the_clock_counts(
        string? created,
        PaymentOutcome expected
    )
    {
        await using var strict = AdapterFixture.Acme(profile =>
            profile with
            {
                ClockTolerance = TimeSpan.FromMinutes(5),
            }
        );
        await using var lax = AdapterFixture.Acme();
        var answer = StubAnswer.Json(201, Txn.Sale().With("created", created));
        strict.Stub.On("POST payments", answer);
        lax.Stub.On("POST payments", answer);

        var result = await strict.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(PaymentOutcome.Approved, (await lax.Gateway.SaleAsync(Some.Sale(), Token)).Outcome);
    }

    [Theory]
    [InlineData("succeeded", 1250, PaymentOutcome.Approved)]
    [InlineData("failed", 1250, PaymentOutcome.Declined)]
    [InlineData("succeeded", 900, PaymentOutcome.Unknown)]
    public async Task An_answer_that_shows_too_little_is_judged_by_a_read(
        string status,
        int amount,
        PaymentOutcome expected
    )
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                ConfirmedByRead = [PaymentOperation.Sale],
            }
        );
        var code = status == "failed" ? "05" : "00";
        fixture
            .Stub.On("POST payments", StubAnswer.Json(201, new JsonObject { ["id"] = "pay_1" }))
            .WithOriginal(Txn.Sale().With("status", status).With("amount", amount).With("code", code));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((expected, AdapterFixture.Ref("pay_1")), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task An_answer_that_shows_too_little_and_cannot_be_read_is_unknown()
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                ConfirmedByRead = [PaymentOperation.Sale],
            }
        );
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer, AdapterFixture.Ref("pay_1")),
            (result.Outcome, result.Reason, result.Transaction)
        );
    }

    [Fact]
    public async Task A_verification_of_zero_is_approved_and_stays_so_when_it_is_voided()
    {
        await using var fixture = AdapterFixture.Acme();
        var setup = Txn.Sale().With("type", "setup").With("amount", 0).With("status", "reversed");
        fixture.Stub.On("POST payments", StubAnswer.Json(201, setup));

        Assert.True(fixture.Gateway.TryGet<IPaymentMethodSetup>(out var setups));

        var result = await setups.SetupAsync(Some.Setup(), Token);

        Assert.Equal((PaymentOutcome.Approved, Money.Usd(0)), (result.Outcome, result.ApprovedAmount));
    }
}
