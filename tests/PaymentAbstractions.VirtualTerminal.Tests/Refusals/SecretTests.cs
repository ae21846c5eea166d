using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>The API key is in the body of writes and in the path of reads, and must not be anywhere else.</summary>
public class SecretTests
{
    private const string Pan = "4111111111111111";

    [Fact]
    public async Task No_result_and_no_activity_shows_the_key_or_a_card_number()
    {
        // Other tests run in parallel, and the listener receives their activities too.
        var seen = new ConcurrentQueue<string?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Keep(seen, activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")),
        };
        ActivitySource.AddActivityListener(listener);
        var echo = $"key {VirtualTerminalFixture.ApiKey} card {Pan}";
        StubAnswer[] answers =
        [
            Txn.Sale().With("Message", echo).With("AuthorizationCode", echo).With("Status", echo).Ok(),
            Txn.Sale().With("Message", echo).With("AuthorizationCode", echo).Ok(),
            Txn.Denied(echo).Ok(),
            Txn.Error(400, echo),
            Txn.Error(503, echo),
            StubAnswer.Text(200, echo, "text/html"),
            StubAnswer.Reset(),
            StubAnswer.Refused(),
        ];

        foreach (var answer in answers)
        {
            foreach (var request in new PaymentRequest[] { Some.Sale(), Some.Void(), Some.Refund() })
            {
                await using var fixture = new VirtualTerminalFixture(("EnableRefunds", "true"));
                fixture
                    .Stub.On(VirtualTerminalStub.Add, answer)
                    .On("POST transaction/void", answer)
                    .Shows(Txn.Id, Txn.Sale().With("Description", echo).Ok(), answer)
                    .Lists(
                        7001,
                        Txn.List(Txn.Sale().With("Description", $"{echo} {VirtualTerminalFixture.Mark()}")).Ok()
                    );
                var result = await fixture.SendAsync(request);
                Keep(seen, [result.ToString(), result.Answer?.ReadBody(), result.Anomaly?.ToString()]);
                var found = await fixture.FindAsync(request);
                Keep(seen, [found.ToString(), found.State?.ToString(), found.State?.Answer?.ReadBody()]);
            }
        }

        Assert.True(seen.Count > 100);
        Assert.All(
            seen,
            text =>
                Assert.False(
                    text?.Contains(VirtualTerminalFixture.ApiKey, StringComparison.Ordinal) == true
                        || text?.Contains(Pan, StringComparison.Ordinal) == true
                )
        );
    }

    [Fact]
    public async Task The_key_is_escaped_in_a_path()
    {
        await using var fixture = new VirtualTerminalFixture(("ApiKey", "a/b?c#d%e"));

        await fixture.FindAsync("501234");

        Assert.Equal("a%2Fb%3Fc%23d%25e/transaction/501234", Assert.Single(fixture.Stub.Requests).Path);
    }

    [Fact]
    public async Task A_key_that_comes_back_escaped_is_masked()
    {
        await using var fixture = new VirtualTerminalFixture(("ApiKey", "canary/key+1"));
        fixture.Stub.On(
            VirtualTerminalStub.Add,
            StubAnswer.Json(200, new JsonObject { ["Message"] = "canary%2Fkey%2B1 canary/key+1" })
        );

        var result = await fixture.SendAsync(Some.Sale());

        Assert.DoesNotContain("canary", result.Answer!.ReadBody(), StringComparison.Ordinal);
    }

    private static void Keep(ConcurrentQueue<string?> seen, IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            seen.Enqueue(text);
        }
    }
}
