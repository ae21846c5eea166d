using System.Text;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class HostileBodiesTests
{
    [Fact]
    public async Task No_hostile_body_is_an_approval()
    {
        var bodies = HostileBodies.Of(Txn.Sale().ToJsonString());

        foreach (var body in bodies)
        {
            await using var gateway = AdapterFixture.Acme();
            gateway.Stub.On("POST payments", StubAnswer.Text(200, body));
            Assert.Equal(PaymentOutcome.Unknown, (await gateway.SendAsync(Some.Sale())).Outcome);
        }

        Assert.True(bodies.Count > 10);
    }

    [Fact]
    public void A_change_that_changes_nothing_is_refused()
    {
        Assert.Equal("""{"a":2}""", HostileBodies.Changed("""{"a":1}""", "1", "2"));
        Assert.Throws<ArgumentException>(() => HostileBodies.Changed("""{"a":1}""", "3", "2"));
    }

    [Fact]
    public void A_text_that_is_not_UTF_8_is_none() =>
        Assert.ThrowsAny<ArgumentException>(() =>
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(HostileBodies.NotUtf8("{\"id\":\""))
        );
}
