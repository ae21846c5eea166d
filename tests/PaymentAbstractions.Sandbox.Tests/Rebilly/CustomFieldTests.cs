using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class CustomFieldTests
{
    private const string Value = """{"note":"12\" pipe \\ 'soft' \u00dc","lines":[1.50]}""";

    [Theory]
    [InlineData("transactions")]
    [InlineData("payouts")]
    public async Task A_text_comes_back_as_it_was_sent(string path)
    {
        await using var driver = await StartAsync();
        var instrument = await driver.CardAsync();
        var fields = new JsonObject { ["level_data"] = Value }.ToJsonString();
        var body = Body(
            $$"""
            "paymentInstruction":{"paymentInstrumentId":"{{instrument}}"},"customFields":{{fields}}
            """
        );

        var made = await driver.ExpectAsync(201, HttpMethod.Post, path, body);

        var read = await driver.GetAsync($"transactions/{Text(made, "id")}");
        Assert.Equal(Value, Text(made["customFields"]!, "level_data"));
        Assert.Equal(Value, Text(read["customFields"]!, "level_data"));
    }

    [Fact]
    public async Task A_text_has_an_end()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        await driver.PayAsync(Field(4000));
        var refused = await driver.RefusedAsync(Field(4001));

        Assert.Equal(["customFields.level_data"], refused);
        Assert.Single(driver.Sandbox.Ledger.Movements);

        static string Field(int length) =>
            $$"""
                "customFields":{"level_data":"{{new string('x', length)}}"}
                """;
    }
}
