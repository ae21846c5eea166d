namespace PaymentAbstractions.Conventions;

public sealed class EnumTests
{
    /// <summary>The meaning of a value that was never set: the least that can be claimed, or the one that costs no money.</summary>
    private static readonly Dictionary<string, string> Zero = new(StringComparer.Ordinal)
    {
        ["AnomalyKind"] = "Other",
        ["BankAccountType"] = "Other",
        ["CardFunding"] = "Unknown",
        ["CommercialCardRule"] = "Other",
        ["CommercialCardSeverity"] = "Error",
        ["CommercialProgramKind"] = "None",
        ["CommodityScheme"] = "NotProvided",
        ["CvvStatus"] = "NotProvided",
        ["DiscountTreatment"] = "NotProvided",
        ["DisputeStatus"] = "None",
        ["FindStatus"] = "LookupFailed",
        ["FormInputKind"] = "Unknown",
        ["GatewayCircuitState"] = "Open",
        ["GatewayEnvironment"] = "Sandbox",
        ["IfSettled"] = "Refuse",
        ["JournalDecisionKind"] = "NotRecorded",
        ["JournalEntryState"] = "Open",
        ["JournalFailureKind"] = "InputOutput",
        ["JournalResolutionSource"] = "Lookup",
        ["JournalWriteStatus"] = "NotRecorded",
        ["JsonProblem"] = "None",
        ["LineItemKind"] = "Goods",
        ["OpenAuthorizationCheck"] = "Known",
        ["NotificationStatus"] = "Deferred",
        ["PaymentMethodKind"] = "None",
        ["PaymentOperation"] = "Unknown",
        ["PaymentOutcome"] = "Unknown",
        ["PaymentReason"] = "None",
        ["PayoutCanceledBy"] = "Unknown",
        ["PayoutStatus"] = "Unknown",
        ["ProviderEchoes"] = "None",
        ["ProviderStatus"] = "Unrecognized",
        ["RebillyEventType"] = "Unknown",
        ["RecurringFrequency"] = "Unknown",
        ["RedirectPresentation"] = "WholePage",
        ["RebillyFinalResult"] = "Unspecified",
        ["ReconciliationStatus"] = "NotVerifiable",
        ["RequestedDataLevel"] = "None",
        ["ResponseAdvice"] = "None",
        ["ResponseCategory"] = "Unmapped",
        ["ResponseCodeSource"] = "Derived",
        ["RetryCategory"] = "None",
        ["StoredCredentialUse"] = "None",
        ["TaxCalculation"] = "NotProvided",
        ["TaxTreatment"] = "NotProvided",
        ["ThreeDSecureStatus"] = "Unknown",
        ["TransportEvidence"] = "InDoubt",
        ["TransportFault"] = "None",
        ["TransportPurpose"] = "Payment",
        ["UnitOfMeasureScheme"] = "NotProvided",
        ["VaultOperation"] = "Unknown",
        ["VaultPaymentMethodStatus"] = "Unknown",
        ["VerificationMatch"] = "NotProvided",
        ["VirtualTerminalCustomerIds"] = "Number",
        ["WebhookAuthentication"] = "Basic",
        ["WhenNotExpressible"] = "Refuse",
    };

    /// <summary>Enums without a cautious member; their properties are <c>required</c> or nullable.</summary>
    private static readonly HashSet<string> WithoutCautiousValue = new(StringComparer.Ordinal)
    {
        // Levels are numbered as the schemes number them; the lowest is that of a gateway that reports none.
        "CommercialDataLevel",
        // Enums of differences; each member is as harmless as the others.
        "JournalChange",
        "JournalField",
        // A row of a test matrix, never a default.
        "ConformanceFault",
        // Names a gateway of a test, never a default.
        "HarnessAccount",
    };

    private static readonly Type[] Enums =
    [
        .. ShippedProject
            .All.Where(project => project.Name != "PaymentAbstractions.Sandbox")
            .SelectMany(project => project.Assembly.GetExportedTypes())
            .Where(type => type.IsEnum && !WithoutCautiousValue.Contains(type.Name)),
    ];

    [Fact]
    public void The_zero_value_of_every_enum_is_the_cautious_one()
    {
        var actual = Enums.Select(type => $"{type.Name} {Enum.GetName(type, 0)}");
        var expected = Zero.Select(pair => $"{pair.Key} {pair.Value}");

        Assert.True(Enums.Length > 20);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_result_claims_nothing()
    {
        Assert.Equal(PaymentOutcome.Unknown, default);
        Assert.Equal(FindStatus.LookupFailed, default);
        Assert.Equal(Http.TransportEvidence.InDoubt, default);
    }
}
