namespace PaymentAbstractions.Adapters.Tests;

public sealed class StubbedGatewayTests
{
    private static readonly (string, string?)[] Settings =
    [
        ("BaseUrl", "https://pay.example.com/v1/"),
        ("Merchant", "m_1"),
        ("ApiKey", AdapterFixture.Secret),
    ];

    [Fact]
    public async Task Nothing_is_tried_again()
    {
        await using var gateway = New();
        gateway.Stub.On("POST payments", StubAnswer.Refused(), StubAnswer.Ok(Txn.Sale()));

        var result = await gateway.SendAsync(Some.Sale());

        Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
        Assert.Empty(gateway.Stub.Writes);
    }

    [Fact]
    public async Task Each_request_goes_to_its_operation()
    {
        await using var gateway = New();
        PaymentRequest[] requests =
        [
            Some.Sale("key-1"),
            Some.Authorize("key-2"),
            Some.Capture(key: "key-3"),
            Some.Void("key-4"),
            Some.Refund(key: "key-5"),
            Some.Setup("key-6"),
        ];

        var performed = new List<PaymentOperation>();
        foreach (var request in requests)
        {
            performed.Add((await gateway.SendAsync(request)).Operation);
        }

        Assert.Equal(
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Void,
                PaymentOperation.Refund,
                PaymentOperation.Setup,
            ],
            performed
        );
    }

    [Fact]
    public async Task The_journal_and_the_look_up_know_what_was_sent()
    {
        await using var gateway = New();
        gateway.Stub.On("POST payments", StubAnswer.Ok(Txn.Sale())).WithList(Txn.Sale());

        await gateway.SendAsync(Some.Sale());

        Assert.Equal(new IdempotencyKey("key-1"), (await gateway.EntryAsync("key-1")).Key.Key);
        Assert.Equal(FindStatus.Found, (await gateway.FindAsync(Some.Sale())).Status);
        var missing = await Assert.ThrowsAsync<KeyNotFoundException>(() => gateway.EntryAsync("key-2"));
        Assert.Equal("The journal has no entry for key-2 in Sandbox.", missing.Message);
    }

    [Fact]
    public void Settings_replace_defaults_and_null_removes_them()
    {
        var gateway = new StubbedGateway<AcmeProvider>(
            ("Environment", null),
            ("Merchant", "first"),
            ("Merchant", "m_2"),
            (":Journal:Kind", null)
        )
        {
            Name = "other",
        };

        var settings = gateway.Settings;

        Assert.Equal(("other", "Acme"), (settings["Default"], settings["Gateways:other:Provider"]));
        Assert.Equal("m_2", settings["Gateways:other:Merchant"]);
        Assert.Null(settings["Gateways:other:Environment"]);
        Assert.Null(settings["Journal:Kind"]);
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_refused_as_in_an_application()
    {
        await using var gateway = new StubbedGateway<AcmeProvider>(("Merchnt", "m_1"));

        Assert.Throws<PaymentConfigurationException>(() => gateway.Gateway);
    }

    private static StubbedGateway<AcmeProvider> New() => new(Settings) { Stub = new ProviderStub() };
}
