namespace PaymentAbstractions.Tests;

/// <summary>A notification keeps the name of its event, which must be a single word.</summary>
public sealed class PaymentNotificationTests
{
    [Theory]
    [InlineData("paid", "paid")]
    [InlineData("a-b--c", "a-b--c")]
    [InlineData("Paid", "unknown")]
    [InlineData("pa1d", "unknown")]
    [InlineData("4111111111111111", "unknown")]
    [InlineData("a.b", "unknown")]
    [InlineData("a b", "unknown")]
    [InlineData("bezahlt-\u00fc", "unknown")]
    [InlineData("paid\n", "unknown")]
    [InlineData("", "unknown")]
    [InlineData(null, "unknown")]
    public void An_event_is_a_word_of_small_letters_and_hyphens(string? text, string expected) =>
        Assert.Equal(expected, new PaymentNotification { EventType = text! }.EventType);

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void An_event_has_at_most_60_characters(int length, bool isKept)
    {
        var word = new string('e', length);

        Assert.Equal(isKept ? word : "unknown", new PaymentNotification { EventType = word }.EventType);
    }
}
