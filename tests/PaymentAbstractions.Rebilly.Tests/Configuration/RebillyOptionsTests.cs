namespace PaymentAbstractions.Rebilly.Tests;

public class RebillyOptionsTests
{
    private const string LongField =
        "a_name_of_a_hundred-characters.123456789012345678901234567890123456789012345678901234567890123456789";

    [Theory]
    [InlineData("OrganizationId", null, "is missing.")]
    [InlineData("OrganizationId", "", "must have 1 to 50")]
    [InlineData("OrganizationId", "..", "must have 1 to 50")]
    [InlineData("OrganizationId", "a/b", "must have 1 to 50")]
    [InlineData("WebsiteId", null, "is missing.")]
    [InlineData("WebsiteId", "web 1", "must have 1 to 50")]
    [InlineData("GatewayAccountId", "gw/1", "must have 1 to 50")]
    [InlineData("PublishableKey", "with space", "must have 1 to 200")]
    [InlineData("PublishableKey", RebillyFixture.ApiKey, "is the secret API key")]
    [InlineData("ApiKey", null, "is missing")]
    [InlineData("ApiKey", "", "is missing")]
    [InlineData("ApiKey", "with space", "printable ASCII")]
    [InlineData("ApiKey", "ümlaut", "printable ASCII")]
    [InlineData("Environment", null, "is missing")]
    [InlineData("Environment", "Test", "is 'Test', and must be one of Sandbox, Live")]
    [InlineData("BaseUrl", "http://api.example.com/", "https")]
    [InlineData("BaseUrl", "ftp://127.0.0.1/", "https")]
    [InlineData("BaseUrl", "relative", "https")]
    [InlineData("BaseUrl", "https://api.example.com/?a=b", "https")]
    [InlineData("BaseUrl", "https://api.example.com/#a", "https")]
    [InlineData("BaseUrl", "https://user:secret@api.example.com/", "https")]
    [InlineData("BaseUrl", "https://api.rebilly.com/", "live host, which cannot be used in the Sandbox environment")]
    [InlineData("BaseUrl", "https://API.Rebilly.com.:443/v2/", "cannot be used in the Sandbox environment")]
    [InlineData("Deadline", "00:10:00.001", "is 00:10:00.0010000, and must be 00:00:00.1000000 to 00:10:00")]
    [InlineData("Deadline", "soon", "is 'soon', and must be a duration")]
    [InlineData("SendTimeout", "00:00:00.099", "must be 00:00:00.1000000 to 00:02:00")]
    [InlineData("SendTimeout", "00:02:00.001", "must be 00:00:00.1000000 to 00:02:00")]
    [InlineData("AuthorizationMargin", "-00:00:01", "must be 00:00:00 to 3.00:00:00")]
    [InlineData("AuthorizationMargin", "3.00:00:01", "must be 00:00:00 to 3.00:00:00")]
    [InlineData("MayChangeFor", "-00:00:01", "must be 00:00:00 to 90.00:00:00")]
    [InlineData("MayChangeFor", "90.00:00:01", "must be 00:00:00 to 90.00:00:00")]
    [InlineData("OpenAuthorizations", "7", "must be one of Known, AskProvider, AcceptRisk")]
    [InlineData("OpenAuthorizations", "Maybe", "is 'Maybe', and must be one of Known, AskProvider, AcceptRisk")]
    [InlineData("AllowPartialCapture", "perhaps", "is 'perhaps', and must be true or false")]
    [InlineData("OrderReferenceCustomField", " ", "must not be empty")]
    [InlineData("CommercialDataCustomField", "", "must not be empty")]
    [InlineData("CommercialDataCustomField", " ", "must not be empty")]
    [InlineData("MaxCommercialDataLength", "0", "must be 1 to 4000")]
    [InlineData("MaxCommercialDataLength", "4001", "must be 1 to 4000")]
    [InlineData("MaxCommercialDataLength", "long", "is 'long', and must be a whole number")]
    [InlineData("WebhookTransactionField", "", "is '', and must have 1 to 100 letters")]
    [InlineData("WebhookTransactionField", ".id", "is '.id', and must have 1 to 100 letters")]
    [InlineData("WebhookEventField", "a..b", "is 'a..b', and must have 1 to 100 letters")]
    [InlineData("WebhookEventField", "event type", "is 'event type', and must have 1 to 100 letters")]
    [InlineData("WebhookRevisionField", "transaction.", "without consecutive dots or a dot at either end")]
    [InlineData("WebhookRevisionField", "révision", "must have 1 to 100 letters")]
    [InlineData("WebhookRevisionField", LongField + "x", "must have 1 to 100 letters")]
    [InlineData("WebhookField", "id", "is not an option")]
    [InlineData("Organisation", "org_1", "is not an option")]
    public void Each_rule_names_its_key(string key, string? value, string message)
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() => new RebillyFixture((key, value)).Gateway);

        var problem = Assert.Single(exception.Problems);
        Assert.StartsWith($"Payments:Gateways:cards:{key}: ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OrganizationId", "12345678901234567890123456789012345678901234567890")]
    [InlineData("BaseUrl", "http://127.0.0.1:5000/")]
    [InlineData("BaseUrl", "http://localhost:5000")]
    [InlineData("BaseUrl", "https://proxy.example.com/rebilly/")]
    [InlineData("BaseUrl", "https://api-sandbox.rebilly.com/")]
    [InlineData("Deadline", "00:00:30")]
    [InlineData("Deadline", "00:10:00")]
    [InlineData("SendTimeout", "00:00:00.100")]
    [InlineData("SendTimeout", "00:02:00")]
    [InlineData("MayChangeFor", "00:00:00")]
    [InlineData("MayChangeFor", "90.00:00:00")]
    [InlineData("AuthorizationMargin", "00:00:00")]
    [InlineData("AuthorizationMargin", "3.00:00:00")]
    [InlineData("Environment", "live")]
    [InlineData("MaxCommercialDataLength", "1")]
    [InlineData("MaxCommercialDataLength", "4000")]
    [InlineData("WebhookTransactionField", "x")]
    [InlineData("WebhookEventField", "a-b.c_d.9")]
    [InlineData("WebhookRevisionField", LongField)]
    public async Task The_edges_are_accepted(string key, string value)
    {
        await using var fixture = new RebillyFixture((key, value));

        Assert.Equal("cards", fixture.Gateway.Name);
    }

    [Fact]
    public async Task The_published_hosts_belong_to_their_environments()
    {
        (string, string?) live = ("Environment", "Live");

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new RebillyFixture(live, ("BaseUrl", "https://api-sandbox.rebilly.com/")).Gateway
        );
        await using var fixture = new RebillyFixture(live, ("BaseUrl", "https://api.rebilly.com/"));

        Assert.Equal(
            "Payments:Gateways:cards:BaseUrl: is the sandbox host, which cannot be used in the Live environment.",
            Assert.Single(exception.Problems)
        );
        Assert.Equal("cards", fixture.Gateway.Name);
    }

    [Theory]
    [InlineData(null, "https://api-sandbox.rebilly.com/", "org_1", true)]
    [InlineData("https://API-SANDBOX.rebilly.com.:443/v2/", "https://api-sandbox.rebilly.com/", "org_1", true)]
    [InlineData("http://127.0.0.1:5001/", "http://127.0.0.1:5002/", "org_1", true)]
    [InlineData("http://127.0.0.1:5001/", "http://127.0.0.1:5001/", "org_2", false)]
    [InlineData(null, "https://proxy.example.com/", "org_1", false)]
    public void The_account_is_the_host_and_the_organization(string? one, string other, string organization, bool same)
    {
        var sandbox = Accounts.Make(Options(one, "org_1"));
        var another = Accounts.Make(Options(other, organization));
        var relabeled = Accounts.Make(Options(other, organization), GatewayEnvironment.Live);

        Assert.Equal(same, sandbox.Account == another.Account);
        Assert.Equal(another.Account, relabeled.Account);

        static RebillyOptions Options(string? address, string organization) =>
            new()
            {
                OrganizationId = organization,
                WebsiteId = "web_1",
                ApiKey = new ApiKey("sk"),
                BaseUrl = address is null ? null : new Uri(address),
            };
    }

    [Fact]
    public void The_time_to_send_must_fit_into_the_deadline()
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new RebillyFixture(("Deadline", "00:00:10"), ("SendTimeout", "00:00:11")).Gateway
        );
        var tooShort = Assert.Throws<PaymentConfigurationException>(() =>
            new RebillyFixture(("Deadline", "00:00:00.099")).Gateway
        );

        Assert.Contains(
            "must be 00:00:00.1000000 to 00:10:00",
            Assert.Single(tooShort.Problems),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "(00:00:11) must not be longer than Deadline (00:00:10)",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void All_problems_are_reported_at_once_and_no_secret_with_them()
    {
        const string secret = "sk live Secret";

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new RebillyFixture(
                ("OrganizationId", null),
                ("WebsiteId", null),
                ("ApiKey", secret),
                ("Environment", null),
                ("BaseUrl", "ftp://x"),
                ("Deadline", "00:00:00"),
                ("OpenAuthorizations", "9")
            ).Gateway
        );

        Assert.Equal(7, exception.Problems.Count);
        Assert.DoesNotContain("Secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new RebillyOptions();

        Assert.Equal(
            (TimeSpan.FromSeconds(150), (TimeSpan?)null, TimeSpan.FromHours(1)),
            (options.Deadline, options.SendTimeout, options.AuthorizationMargin)
        );
        Assert.Equal((OpenAuthorizationCheck.Known, false), (options.OpenAuthorizations, options.AllowPartialCapture));
        Assert.Null(options.BaseUrl ?? (object?)options.ApiKey ?? options.OrderReferenceCustomField);
        Assert.Equal((null, 255), (options.CommercialDataCustomField, options.MaxCommercialDataLength));
        Assert.Equal(
            ("transactionId", "eventType", "_embedded.transaction.revision"),
            (options.WebhookTransactionField, options.WebhookEventField, options.WebhookRevisionField)
        );
    }

    [Fact]
    public void The_order_reference_and_the_commercial_data_have_a_field_each()
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new RebillyFixture(("OrderReferenceCustomField", "shared"), ("CommercialDataCustomField", "shared")).Gateway
        );

        Assert.Contains(
            "CommercialDataCustomField: must differ from OrderReferenceCustomField (shared)",
            Assert.Single(exception.Problems),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(GatewayEnvironment.Sandbox, "https://api-sandbox.rebilly.com/")]
    [InlineData(GatewayEnvironment.Live, "https://api.rebilly.com/")]
    public void The_environment_chooses_the_address(GatewayEnvironment environment, string address)
    {
        var account = Accounts.Make(environment: environment);

        Assert.Equal(new Uri(address + "organizations/org_1/"), account.BaseAddress);
        Assert.Equal(AccountFingerprint.Of("Rebilly", account.BaseAddress.Host, "org_1"), account.Account);
    }

    [Fact]
    public async Task The_capabilities_claim_only_what_is_documented()
    {
        await using var plain = new RebillyFixture();
        await using var partial = new RebillyFixture(("AllowPartialCapture", "true"));
        await using var commercial = new RebillyFixture(("CommercialDataCustomField", "level_data"));

        var can = plain.Gateway.Capabilities;

        Assert.Equal("Rebilly", can.Provider);
        Assert.Equal(7, can.Operations.Count);
        Assert.Equal(7, can.PaymentMethods.Count);
        Assert.Equal(
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Credit,
                PaymentOperation.Setup,
            ],
            can.HonorsIdempotencyKey
        );
        Assert.Equal(TimeSpan.FromHours(24), can.IdempotencyWindow);
        Assert.Equal(
            (false, false, true, true),
            (can.PartialCapture, can.MultiCapture, can.PartialRefund, can.ZeroAmountVerification)
        );
        Assert.Equal(CommercialDataLevel.LevelI, can.HighestDataLevel);
        Assert.Equal(CommercialDataLevel.LevelIII, commercial.Gateway.Capabilities.HighestDataLevel);
        Assert.True(partial.Gateway.Capabilities.PartialCapture);
        Assert.True(can.Notifications);
    }
}
