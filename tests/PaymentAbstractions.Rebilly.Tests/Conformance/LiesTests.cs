using PaymentAbstractions.Sandbox;
using Xunit.Sdk;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>Each fact about fields, keys, look-ups, the gate and masks fails over an adapter with the matching defect.</summary>
public sealed class LiesTests
{
    private static readonly Dictionary<string, Func<SaleRequest, SaleRequest>> Drops = new(StringComparer.Ordinal)
    {
        { "Description", sale => sale with { Description = null } },
        { "Metadata", sale => sale with { Metadata = Metadata.From(sale.Metadata.Take(1)) } },
        { "Amount", sale => sale with { Amount = Money.Usd(12.50m) } },
        { "OrderReference", sale => sale with { OrderReference = ConformanceHarness.NewOrder() } },
        { "PaymentMethod", sale => sale with { PaymentMethod = WithoutCode(sale.PaymentMethod) } },
        {
            "BillingAddress",
            sale => sale with { BillingAddress = sale.BillingAddress is { } home ? home with { Line2 = null } : null }
        },
        { "Shopper", sale => sale with { Shopper = sale.Shopper is { } one ? one with { Browser = null } : null } },
        { "ReturnUrl", sale => sale with { ReturnUrl = null } },
        { "NotificationUrl", sale => sale with { NotificationUrl = null } },
        { "StatementDescriptor", sale => sale with { StatementDescriptor = null } },
        { "ShippingAddress", sale => sale with { ShippingAddress = null } },
        { "NetworkTransactionId", sale => sale with { NetworkTransactionId = null } },
        { "ThreeDSecure", sale => sale with { ThreeDSecure = null } },
        { "StoredCredentialUse", sale => sale with { StoredCredentialUse = StoredCredentialUse.None } },
        { "Customer", sale => sale with { Customer = sale.Customer! with { Address = null } } },
    };

    public static TheoryData<string> Members => [.. Drops.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_member_that_is_dropped_is_noticed(string member)
    {
        await using var harness = await StartAsync(sends: Drops[member]);

        var failure = await NoticedAsync(() =>
            new Fields(harness).Every_member_is_sent_or_refused_or_reported(PaymentOperation.Sale, member)
        );

        Assert.Contains(member, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_is_longer_than_the_providers_is_noticed()
    {
        await using var harness = await StartAsync(claims: claims =>
            claims with
            {
                IdempotencyWindow = TimeSpan.FromDays(3),
            }
        );

        await NoticedAsync(new Keys(harness).The_provider_honors_a_key_for_as_long_as_is_claimed);
    }

    [Fact]
    public async Task A_key_that_is_renewed_is_noticed()
    {
        await using var harness = await StartAsync(sends: sale =>
            sale with
            {
                IdempotencyKey = ConformanceHarness.NewKey(),
                AdditionalPayment = true,
            }
        );

        await NoticedAsync(new Keys(harness).A_key_that_the_provider_honors_is_sent_again_and_no_other);
    }

    [Fact]
    public async Task An_account_that_depends_on_its_key_is_noticed()
    {
        await using var harness = new KeyedHarness();
        await harness.InitializeAsync();

        await NoticedAsync(new KeyedReferences(harness).Another_key_of_the_same_account_changes_no_reference);
    }

    [Theory]
    [InlineData(ConformanceFault.ServerError500)]
    [InlineData(ConformanceFault.OkHtml200)]
    [InlineData(ConformanceFault.ConnectionRefused)]
    public async Task A_failed_lookup_that_proves_absence_is_noticed(ConformanceFault fault)
    {
        await using var harness = await StartAsync(
            finds: (_, _, found) =>
                Task.FromResult(
                    found.Status == FindStatus.LookupFailed ? FindResult.ProvenAbsent("It is not there.") : found
                )
        );

        await NoticedAsync(() => new Lookups(harness).A_lookup_that_fails_proves_nothing(fault));
    }

    [Fact]
    public async Task A_wrong_proof_of_absence_is_noticed()
    {
        await using var harness = await StartAsync(
            finds: (_, _, found) =>
                Task.FromResult(found.Status == FindStatus.NotSeen ? FindResult.ProvenAbsent("Not listed.") : found)
        );

        await NoticedAsync(() =>
            new Lookups(harness).What_is_still_being_processed_is_not_proven_absent(PaymentOperation.Sale)
        );
    }

    [Fact]
    public async Task A_lookup_that_takes_what_is_there_is_noticed()
    {
        await using var harness = await StartAsync(finds: LastAsync);
        var suite = new Lookups(harness);

        await NoticedAsync(() => suite.A_transaction_is_not_found_under_another_key(PaymentOperation.Sale));
        await NoticedAsync(() =>
            suite.What_was_done_to_one_transaction_is_not_found_at_another(PaymentOperation.Refund)
        );
        await NoticedAsync(suite.A_transaction_that_is_shown_in_place_of_another_is_not_believed);
    }

    [Fact]
    public async Task A_write_that_is_sent_again_is_noticed()
    {
        await using var harness = await StartAsync(
            says: async (gateway, sale, result) =>
                result.Outcome == PaymentOutcome.Unknown
                    ? await gateway.SaleAsync(
                        sale with
                        {
                            IdempotencyKey = ConformanceHarness.NewKey(),
                            AdditionalPayment = true,
                        }
                    )
                    : result
        );

        await NoticedAsync(() => new Gate(harness).A_write_is_not_sent_again_like_a_lookup(PaymentOperation.Sale));
    }

    [Fact]
    public async Task A_refused_connection_that_is_doubted_is_noticed()
    {
        await using var harness = await StartAsync(
            says: (_, _, result) =>
                Task.FromResult(
                    result.Outcome == PaymentOutcome.NotSent ? result with { Outcome = PaymentOutcome.Unknown } : result
                )
        );

        await NoticedAsync(() => new Gate(harness).A_write_that_finds_no_connection_is_not_sent(PaymentOperation.Sale));
    }

    [Fact]
    public async Task A_caller_who_cannot_leave_before_the_write_is_noticed()
    {
        await using var harness = await StartAsync(ignoresCallers: true);

        await NoticedAsync(() =>
            new Gate(harness).Canceled_while_it_is_prepared_nothing_is_sent(PaymentOperation.Refund)
        );
    }

    [Fact]
    public async Task A_repeated_secret_is_noticed()
    {
        await using var harness = await StartAsync(
            says: (_, _, result) =>
                Task.FromResult(
                    result with
                    {
                        Provider = result.Provider with { Message = "Bearer sk_canary_71f0c2d94be8" },
                    }
                )
        );
        var suite = new Redaction(harness);
        await suite.InitializeAsync();

        await NoticedAsync(suite.A_request_that_an_approval_repeats_is_masked);
        await NoticedAsync(suite.A_request_that_a_decline_repeats_is_masked);
    }

    [Fact]
    public async Task A_repetition_that_does_not_happen_is_noticed()
    {
        await using var harness = await StartAsync(swallows: ConformanceFault.RequestRepeated);
        var suite = new Redaction(harness);
        await suite.InitializeAsync();

        await NoticedAsync(suite.A_request_that_an_approval_repeats_is_masked);
        await NoticedAsync(suite.A_request_that_a_decline_repeats_is_masked);
        await NoticedAsync(suite.A_request_that_an_error_repeats_is_masked);
    }

    [Theory]
    [InlineData(ConformanceFault.WrongTypeEchoed)]
    [InlineData(ConformanceFault.ResetAfterProcessing)]
    public async Task A_fault_without_an_effect_is_noticed(ConformanceFault fault)
    {
        await using var harness = await StartAsync(
            says: (_, _, result) => Task.FromResult(result with { Outcome = PaymentOutcome.Unknown }),
            swallows: fault
        );
        var faults = new Faults(harness);
        var redaction = new Redaction(harness);
        await redaction.InitializeAsync();

        var failures = new[]
        {
            await NoticedAsync(() => faults.A_fault_proves_only_what_it_proves(PaymentOperation.Sale, fault)),
            await NoticedAsync(() => redaction.Faults_show_no_secret(fault)),
        };

        Assert.All(
            failures,
            failure => Assert.Contains($"{fault} was not visible", failure.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_longest_exchange_that_a_deadline_outlasts_is_noticed()
    {
        await using var harness = await StartAsync(longestExchange: TimeSpan.FromSeconds(1));

        await NoticedAsync(new Cancellation(harness).The_longest_exchange_outlasts_every_deadline);
    }

    [Fact]
    public async Task A_sale_that_is_voided_and_not_claimed_is_noticed()
    {
        await using var harness = await StartAsync(claims: claims =>
            claims with
            {
                Voidable = [PaymentOperation.Authorize],
            }
        );
        var suite = new Operations(harness);

        await NoticedAsync(suite.A_void_of_a_sale_is_claimed_and_works_or_is_refused);
        // Where sales cannot be voided, the other facts about voids use an authorization.
        await suite.A_void_undoes_what_is_not_settled_and_only_once();
    }

    [Fact]
    public async Task An_authorization_that_is_voided_and_not_claimed_is_noticed()
    {
        await using var harness = await StartAsync(claims: claims =>
            claims with
            {
                Voidable = [PaymentOperation.Sale],
            }
        );

        await NoticedAsync(new Operations(harness).A_void_releases_an_authorization);
    }

    [Fact]
    public async Task A_429_that_is_documented_as_unprocessed_is_exempted()
    {
        const ConformanceFault fault = ConformanceFault.TooManyRequests429AfterProcessing;
        await using var harness = await StartAsync(exempts: fault);

        // A skip passes through the assertions that catch exceptions.
        var isSkipped = false;
        try
        {
            await new Faults(harness).A_fault_proves_only_what_it_proves(PaymentOperation.Sale, fault);
        }
        catch (SkipException)
        {
            isSkipped = true;
        }

        Assert.True(isSkipped);
    }

    private static async Task<FindResult> LastAsync(LyingHarness harness, IPaymentGateway gateway, FindResult found)
    {
        var mine = await gateway.SaleAsync(await harness.NewSaleAsync());
        return FindResult.Found((await gateway.FindAsync(FindRequest.For(mine.Transaction!))).State!);
    }

    private static PaymentMethod WithoutCode(PaymentMethod method) =>
        method is PaymentCard card ? card with { SecurityCode = null } : method;

    private static async Task<XunitException> NoticedAsync(Func<Task> fact) =>
        await Assert.ThrowsAnyAsync<XunitException>(fact);

    private static async Task<LyingHarness> StartAsync(
        Func<SaleRequest, SaleRequest>? sends = null,
        Func<IPaymentGateway, SaleRequest, PaymentResult, Task<PaymentResult>>? says = null,
        Func<LyingHarness, IPaymentGateway, FindResult, Task<FindResult>>? finds = null,
        Func<GatewayCapabilities, GatewayCapabilities>? claims = null,
        bool ignoresCallers = false,
        ConformanceFault? swallows = null,
        TimeSpan? longestExchange = null,
        ConformanceFault? exempts = null
    )
    {
        var harness = new LyingHarness
        {
            Sends = sends ?? (sale => sale),
            Says = says ?? ((_, _, result) => Task.FromResult(result)),
            Finds = finds ?? ((_, _, found) => Task.FromResult(found)),
            Claims = claims ?? (claims => claims),
            IgnoresCallers = ignoresCallers,
            Swallows = swallows,
            Longest = longestExchange,
            Exempts = exempts,
        };
        await harness.InitializeAsync();
        return harness;
    }

    private sealed class Cancellation(LyingHarness harness) : CancellationSuite<LyingHarness>(harness);

    private sealed class Faults(LyingHarness harness) : FaultMatrixSuite<LyingHarness>(harness);

    private sealed class Fields(LyingHarness harness) : FieldsSuite<LyingHarness>(harness);

    private sealed class Gate(LyingHarness harness) : GateSuite<LyingHarness>(harness);

    private sealed class Keys(LyingHarness harness) : KeysSuite<LyingHarness>(harness);

    private sealed class KeyedReferences(KeyedHarness harness) : ReferencesSuite<KeyedHarness>(harness);

    private sealed class Lookups(LyingHarness harness) : LookupsSuite<LyingHarness>(harness);

    private sealed class Operations(LyingHarness harness) : OperationsSuite<LyingHarness>(harness);

    private sealed class Redaction(LyingHarness harness) : RedactionSuite<LyingHarness>(harness);

    /// <summary>A harness in which a wrong key belongs to another account.</summary>
    private sealed class KeyedHarness() : RebillyHarness(RebillySandboxProfile.Documented)
    {
        protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
        {
            base.Configure(settings, account);
            if (account == HarnessAccount.WrongKey)
            {
                settings["OrganizationId"] = "org_of_key";
            }
        }
    }

    private sealed class LyingHarness() : RebillyHarness(RebillySandboxProfile.Documented)
    {
        public required Func<SaleRequest, SaleRequest> Sends { get; init; }

        public required Func<IPaymentGateway, SaleRequest, PaymentResult, Task<PaymentResult>> Says { get; init; }

        public required Func<LyingHarness, IPaymentGateway, FindResult, Task<FindResult>> Finds { get; init; }

        public required Func<GatewayCapabilities, GatewayCapabilities> Claims { get; init; }

        public bool IgnoresCallers { get; init; }

        public ConformanceFault? Swallows { get; init; }

        public TimeSpan? Longest { get; init; }

        public ConformanceFault? Exempts { get; init; }

        public override IPaymentGateway Gateway => new Liar(base.Gateway, this);

        public override TimeSpan LongestExchange => Longest ?? base.LongestExchange;

        public override IReadOnlyList<ConformanceExemption> Exemptions =>
            Exempts is { } fault
                ?
                [
                    new(
                        nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
                        "The provider documents that 429 is never processed.",
                        fault.ToString()
                    ),
                ]
                : base.Exemptions;

        public override bool Inject(ConformanceFault fault) => fault == Swallows || base.Inject(fault);
    }

    private sealed class Liar(IPaymentGateway inner, LyingHarness harness) : DelegatingPaymentGateway(inner)
    {
        public override GatewayCapabilities Capabilities => harness.Claims(base.Capabilities);

        public override async Task<PaymentResult> SaleAsync(
            SaleRequest request,
            CancellationToken cancellationToken = default
        )
        {
            var result = await base.SaleAsync(harness.Sends(request), cancellationToken);
            return await harness.Says(Inner, request, result) with { IdempotencyKey = request.IdempotencyKey };
        }

        public override Task<PaymentResult> RefundAsync(
            RefundRequest request,
            CancellationToken cancellationToken = default
        ) => base.RefundAsync(request, harness.IgnoresCallers ? CancellationToken.None : cancellationToken);

        public override async Task<FindResult> FindAsync(
            FindRequest request,
            CancellationToken cancellationToken = default
        ) => await harness.Finds(harness, Inner, await base.FindAsync(request, cancellationToken));
    }
}
