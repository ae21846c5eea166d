namespace PaymentAbstractions.VirtualTerminal.Tests;

public class VirtualTerminalOptionsTests
{
    [Theory]
    [InlineData("BaseUrl", null, "is missing")]
    [InlineData("BaseUrl", "http://gateway.example.com/api/", "https")]
    [InlineData("BaseUrl", "http://gateway.arrowpayments.com/api/", "https")]
    [InlineData("BaseUrl", "http://demo.arrowpayments.com/api/", "https")]
    [InlineData("BaseUrl", "https://demo.arrowpayments.com/api/", "only in the Sandbox environment")]
    [InlineData("BaseUrl", "ftp://127.0.0.1/", "https")]
    [InlineData("BaseUrl", "relative", "https")]
    [InlineData("BaseUrl", "https://gateway.example.com/?a=b", "https")]
    [InlineData("BaseUrl", "https://gateway.example.com/#a", "https")]
    [InlineData("BaseUrl", "https://user:secret@gateway.example.com/", "https")]
    [InlineData("ApiKey", null, "is missing")]
    [InlineData("ApiKey", "", "is missing")]
    [InlineData("ApiKey", "with space", "printable ASCII")]
    [InlineData("ApiKey", "ümlaut", "printable ASCII")]
    [InlineData("ApiKey", "..", "printable ASCII")]
    [InlineData("MerchantId", null, "is missing")]
    [InlineData("MerchantId", "", "1 to 50")]
    [InlineData("MerchantId", "mid 1", "1 to 50")]
    [InlineData("Currency", "", "two decimals")]
    [InlineData("Currency", "JPY", "two decimals")]
    [InlineData("Currency", "DEM", "two decimals")]
    [InlineData("Currency", "ABC", "two decimals")]
    [InlineData("Deadline", "00:00:00.050", "must be 00:00:00.1000000 to 00:10:00")]
    [InlineData("Deadline", "00:10:00.001", "must be 00:00:00.1000000 to 00:10:00")]
    [InlineData("SendTimeout", "00:00:00.099", "must be 00:00:00.1000000 to 00:02:00")]
    [InlineData("SendTimeout", "00:02:00.001", "must be 00:00:00.1000000 to 00:02:00")]
    [InlineData("MayChangeFor", "-00:00:01", "must be 00:00:00 to 90.00:00:00")]
    [InlineData("MayChangeFor", "90.00:00:01", "must be 00:00:00 to 90.00:00:00")]
    [InlineData("AllowInsecureDemo", "true", "only in the Sandbox environment")]
    [InlineData("NewShippingAddressId", "1", "must be -1 or 0")]
    [InlineData("NewShippingAddressId", "-2", "must be -1 or 0")]
    [InlineData("MaxAddressLineLength", "0", "must be 1 to 60")]
    [InlineData("MaxAddressLineLength", "61", "must be 1 to 60")]
    [InlineData("EnableRefunds", "perhaps", "is 'perhaps', and must be true or false")]
    [InlineData("Mid", "1", "is not an option")]
    public void Each_rule_names_its_key(string key, string? value, string message)
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new VirtualTerminalFixture((key, value)).Gateway
        );

        var problem = Assert.Single(exception.Problems);
        Assert.StartsWith($"Payments:Gateways:b2b_us:{key}: ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseUrl", "http://127.0.0.1:5000/api/")]
    [InlineData("BaseUrl", "http://localhost:5000")]
    [InlineData("BaseUrl", "https://gateway.arrowpayments.com/api/")]
    [InlineData("Environment", "Live")]
    [InlineData("Environment", "Sandbox")]
    [InlineData("Currency", "cad")]
    [InlineData("Deadline", "00:10:00")]
    [InlineData("Deadline", "00:00:00.100")]
    [InlineData("SendTimeout", "00:02:00")]
    [InlineData("MayChangeFor", "00:00:00")]
    [InlineData("MayChangeFor", "90.00:00:00")]
    [InlineData("NewShippingAddressId", "-1")]
    [InlineData("MaxAddressLineLength", "60")]
    public async Task The_edges_are_accepted(string key, string value)
    {
        await using var fixture = new VirtualTerminalFixture((key, value));

        Assert.Equal("b2b_us", fixture.Gateway.Name);
    }

    [Fact]
    public async Task Plain_http_is_possible_at_the_demonstration_host_alone()
    {
        (string, string?)[] demo = [("Environment", "Sandbox"), ("AllowInsecureDemo", "true")];

        await using var fixture = new VirtualTerminalFixture([
            .. demo,
            ("BaseUrl", "http://demo.arrowpayments.com/api/"),
        ]);

        Assert.Equal("b2b_us", fixture.Gateway.Name);
        Assert.Throws<PaymentConfigurationException>(() =>
            new VirtualTerminalFixture([.. demo, ("BaseUrl", "http://gateway.example.com/api/")]).Gateway
        );
        Assert.Throws<PaymentConfigurationException>(() =>
            new VirtualTerminalFixture(
                ("Environment", "Sandbox"),
                ("BaseUrl", "http://demo.arrowpayments.com/api/")
            ).Gateway
        );
        Assert.Throws<PaymentConfigurationException>(() =>
            new VirtualTerminalFixture(
                ("Environment", "Sandbox"),
                ("BaseUrl", "https://gateway.arrowpayments.com/api/")
            ).Gateway
        );
    }

    [Fact]
    public void The_time_to_send_must_fit_into_the_deadline()
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new VirtualTerminalFixture(("Deadline", "00:00:10"), ("SendTimeout", "00:00:11")).Gateway
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
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            new VirtualTerminalFixture(
                ("BaseUrl", null),
                ("ApiKey", "vt live Secret"),
                ("MerchantId", null),
                ("Currency", "JPY"),
                ("Deadline", "1")
            ).Gateway
        );

        Assert.Equal(5, exception.Problems.Count);
        Assert.DoesNotContain("Secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new VirtualTerminalOptions();

        Assert.Equal(
            (TimeSpan.FromSeconds(150), (TimeSpan?)null, "USD", 0L, 30),
            (
                options.Deadline,
                options.SendTimeout,
                options.Currency,
                options.NewShippingAddressId,
                options.MaxAddressLineLength
            )
        );
        Assert.False(
            options.AllowInsecureDemo
                || options.SaveNewShippingAddress
                || options.EnableRefunds
                || options.LeaveOutUnsupportedData
                || options.BelieveUnlistedRefusals
                || options.BelieveDeclinedCredits
        );
        Assert.True(options.BelieveListedDeclines);
    }

    [Fact]
    public async Task The_account_is_the_host_and_the_merchant_in_every_environment()
    {
        var expected = AccountFingerprint.Of("VirtualTerminal", "gateway.example.com", "mid-1");

        Assert.Equal(expected, await AccountOfAsync());
        Assert.Equal(expected, await AccountOfAsync(("Environment", "Sandbox")));
        Assert.Equal(expected, await AccountOfAsync(("BaseUrl", "https://GATEWAY.example.com.:8443/other/api/")));
        Assert.NotEqual(expected, await AccountOfAsync(("BaseUrl", "https://proxy.example.com/api/")));
        Assert.NotEqual(expected, await AccountOfAsync(("MerchantId", "mid-2")));

        static async Task<AccountFingerprint?> AccountOfAsync(params (string, string?)[] settings)
        {
            await using var fixture = new VirtualTerminalFixture(settings);
            fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().Ok());
            var result = await fixture.SendAsync(Some.Sale());
            return result.Transaction?.Account;
        }
    }

    [Fact]
    public async Task The_capabilities_are_correct()
    {
        await using var plain = new VirtualTerminalFixture();
        await using var refunds = VirtualTerminalFixture.WithRefunds();

        var can = plain.Gateway.Capabilities;
        var more = refunds.Gateway.Capabilities;

        Assert.Equal("VirtualTerminal", can.Provider);
        Assert.Equal(
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Void,
                PaymentOperation.Credit,
            ],
            can.Operations
        );
        Assert.Equal([PaymentMethodKind.Stored, PaymentMethodKind.Token], can.PaymentMethods);
        Assert.Equal([Currency.Usd], can.Currencies);
        Assert.Empty(can.HonorsIdempotencyKey);
        Assert.Equal(TimeSpan.Zero, can.IdempotencyWindow);
        Assert.Equal(
            (true, false, false, false, false, false),
            (
                can.PartialCapture,
                can.MultiCapture,
                can.PartialRefund,
                can.PartialApproval,
                can.ZeroAmountVerification,
                can.ShippingAddress
            )
        );
        Assert.Equal(CommercialDataLevel.LevelIII, can.HighestDataLevel);
        Assert.True(more.Supports(PaymentOperation.Refund) && more.PartialRefund);
    }
}
