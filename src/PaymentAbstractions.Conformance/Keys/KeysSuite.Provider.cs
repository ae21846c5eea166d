using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class KeysSuite<THarness>
{
    private const int ShortestKey = 8;

    /// <summary>The provider honors a key for as long as the gateway claims, so the request can be sent again safely until then.</summary>
    [Fact]
    public Task The_provider_honors_a_key_for_as_long_as_is_claimed() =>
        HoldsAsync(
            "The provider honors a key for as long as the gateway claims, so the request can be sent again safely until then.",
            "keys",
            async () =>
            {
                var claimed = Capabilities.HonorsIdempotencyKey;
                Assert.Equal(claimed.Count > 0, Capabilities.IdempotencyWindow > TimeSpan.Zero);
                foreach (var operation in claimed.Where(operation => operation != PaymentOperation.Setup))
                {
                    if (await ApproveAsync(await PrepareAsync(operation)) is null)
                    {
                        continue;
                    }

                    Harness.Advance(Capabilities.IdempotencyWindow - TimeSpan.FromSeconds(1));
                    var mark = Now();
                    await Harness.RepeatLastWriteAsync(Token);

                    Assert.Equal(mark.Writes + 1, Harness.WritesSeen);
                    var moved = await Since(mark);
                    Assert.True(
                        moved.Count == 0,
                        $"The same {operation} under the same key, one second before the claimed window of {Capabilities.IdempotencyWindow} ends, moved money again."
                    );
                }
            }
        );

    /// <summary>Repeated requests for one key carry the same key on the wire, and another key is different on the wire, too.</summary>
    [Fact]
    public Task A_key_that_the_provider_honors_is_sent_again_and_no_other() =>
        HoldsAsync(
            "Repeated requests for one key carry the same key on the wire, and another key is different on the wire, too.",
            "keys",
            async () =>
            {
                Assert.All(
                    Capabilities.HonorsIdempotencyKey,
                    operation => Assert.True(Capabilities.Supports(operation))
                );
                foreach (var operation in Operations.Where(Capabilities.HonorsKey))
                {
                    var request = await PrepareAsync(operation);
                    var earlier = WireTemplate.PartsOf(Harness.Traffic).ToHashSet(StringComparer.Ordinal);
                    var before = Harness.Traffic.Count;
                    Inject(ConformanceFault.ResetBeforeProcessing);
                    await SendAsync(request);
                    await SendAsync(request);
                    var sent = Writes(before);
                    // An attempt that is visible at its original may be looked up there instead of being sent again.
                    if (sent.Count < 2 && (request.Original is not null || !Harness.CanProve(operation)))
                    {
                        continue;
                    }

                    Assert.True(
                        sent.Count == 2,
                        $"An unresolved {operation} under an honored key must be sent again: {sent.Count} writes."
                    );
                    var keys = Parts(sent[0]);
                    keys.IntersectWith(Parts(sent[1]));
                    keys.ExceptWith(earlier);
                    keys.RemoveWhere(part => IsOf(request, part));
                    Assert.True(
                        keys.Count > 0,
                        $"The second {operation} under one key does not carry the key of the first one."
                    );

                    before = Harness.Traffic.Count;
                    await SendAsync(await PrepareAsync(operation));
                    var other = Parts(Writes(before)[^1]);
                    Assert.True(
                        !keys.IsSubsetOf(other),
                        $"A {operation} under another key carries the key of an earlier one."
                    );
                }
            }
        );

    private List<ReceivedRequest> Writes(int before) => [.. Harness.Traffic.Skip(before).Where(one => one.MovesMoney)];

    private static HashSet<string> Parts(ReceivedRequest write) =>
        WireTemplate.PartsOf([write]).Where(part => part.Length >= ShortestKey).ToHashSet(StringComparer.Ordinal);

    private static bool IsOf(PaymentRequest request, string part)
    {
        string?[] own = [FieldSamples.OrderOf(request), request.CustomerId, request.Original?.TransactionId];
        return own.Any(text => text is not null && part.Contains(text, StringComparison.Ordinal));
    }
}
