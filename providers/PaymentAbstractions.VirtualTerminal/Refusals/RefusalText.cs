using System.Net;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// What the provider wrote to say no: without markup, without its trailing reference number, masked and cut. It comes in the
/// header <c>Error</c> of 400, 404 and 500, or in <c>Message</c> beside <c>Success: false</c>.
/// </summary>
internal sealed record RefusalText
{
    private const int LongestRaw = 4096;
    private const int LongestShown = 300;

    private RefusalText(string text, string? reference)
    {
        Text = text;
        Reference = reference;
    }

    /// <summary>The text, never empty.</summary>
    public string Text { get; }

    /// <summary>The reference number of the processor behind the provider, <c>REFID:</c> and its digits.</summary>
    public string? Reference { get; }

    public static RefusalText? OfHeader(TransportAnswer answer, VirtualTerminalAccount account) =>
        Of(answer.Header("Error"), account);

    public static RefusalText? Of(string? raw, VirtualTerminalAccount account)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var cut = TextCut.ToLength(raw, LongestRaw);
        // Twice: what was written as entities may be markup as well.
        var plain = PlainText.WithoutMarkup(WebUtility.HtmlDecode(PlainText.WithoutMarkup(cut)));
        var (remainder, digits) = PlainText.TakeReference(plain);
        var text = PlainText.WithSingleBlanks(remainder);
        var shown = account.Shown.Mask(text.Length == 0 ? "(no text)" : text);
        return new RefusalText(
            TextCut.ToLength(shown, LongestShown),
            digits is null ? null : account.Shown.Mask(PlainText.Reference + digits)
        );
    }

    public override string ToString() => Text;
}
