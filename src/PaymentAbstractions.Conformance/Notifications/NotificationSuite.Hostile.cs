using System.Text;
using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class NotificationSuite<THarness>
{
    /// <summary>A request that the provider did not send identifies no transaction and causes no exception.</summary>
    [Fact]
    public Task Garbage_names_nothing() =>
        HoldsAsync(
            "A request that the provider did not send identifies no transaction and causes no exception.",
            "notifications",
            () =>
            {
                if (IsRefusedAsUnsupportedNotification())
                {
                    return;
                }

                var posted = Posted("none", PaymentOutcome.Approved);
                Assert.Null(Reader.Read(new ReceivedNotification()));
                Assert.Null(Reader.Read(new ReceivedNotification { ContentType = posted.ContentType }));
                foreach (var body in Garbage)
                {
                    var read = Reader.Read(new ReceivedNotification { ContentType = posted.ContentType, Body = body });
                    Assert.True(read is null, $"{Encoding.UTF8.GetString(body)} was read as {read}");
                }

                // A body that was truncated or changed may still identify the transaction, but nothing else.
                foreach (var body in Spoiled(posted.Body.ToArray()))
                {
                    var read = Reader.Read(new ReceivedNotification { ContentType = posted.ContentType, Body = body });
                    Assert.True(read is null || IsWord(read.EventType), $"'{read?.EventType}' is not an event");
                }
            }
        );

    /// <summary>A text that cannot be an id is not used as one, because it could change the path of the look-up.</summary>
    [Fact]
    public Task A_hostile_id_is_not_named() =>
        HoldsAsync(
            "A text that cannot be an id is not used as one, because it could change the path of the look-up.",
            "notifications",
            () =>
            {
                if (IsRefusedAsUnsupportedNotification())
                {
                    return;
                }

                foreach (var id in HostileIds)
                {
                    var read = Reader.Read(Posted(id, PaymentOutcome.Approved));
                    Assert.True(
                        read is null
                            || !((string?[])[read.TransactionId, .. read.RelatedTransactionIds]).Any(IsHostile),
                        $"'{id}' was accepted as an id: {read}"
                    );
                }
            }
        );

    private static IReadOnlyList<byte[]> Garbage =>
        [
            .. HostileBodies.Common.Select(Encoding.UTF8.GetBytes),
            HostileBodies.NotUtf8("{\"id\":\""),
            Enumerable.Range(0, 256).Select(one => (byte)one).ToArray(),
            Encoding.UTF8.GetBytes("&&==&%&=%ZZ&a=%FF"),
            Encoding.UTF8.GetBytes(new string('x', 1 << 20)),
        ];

    private static IReadOnlyList<string> HostileIds =>
        [
            "..",
            "../customers/1",
            "none/../other",
            "/etc/passwd",
            "..\\other",
            "%2e%2e%2fother",
            "https://attacker.example/none",
            "//attacker.example",
            "none\r\nX-Header: 1",
            "none\0",
            "none\u001b[2J",
            new string('x', 5000),
        ];

    private static bool IsHostile(string? id) =>
        id is { Length: > 1000 } or "." or ".."
        || id?.Any(c => char.IsControl(c) || c is '\\') == true
        || id?.Contains("..", StringComparison.Ordinal) == true
        || id?.Contains("//", StringComparison.Ordinal) == true
        || id?.Contains("%2e", StringComparison.OrdinalIgnoreCase) == true
        || id?.StartsWith('/') == true;

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterLower(c) || c == '-');

    private static IEnumerable<byte[]> Spoiled(byte[] body)
    {
        for (var at = 0; at < body.Length; at++)
        {
            yield return body[..at];
            yield return [.. body[..at], 0, .. body[(at + 1)..]];
            yield return [.. body[..at], 0xC3, .. body[(at + 1)..]];
        }

        yield return [.. body, .. body];
        yield return [(byte)'[', .. body, (byte)']'];
    }
}
