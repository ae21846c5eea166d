using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Checkout.Browser.Visits;

/// <summary>Watches a visitor's pages: errors of scripts and of the Content-Security-Policy, and what is sent to the shop.</summary>
public sealed class Watch
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly List<string> _permitted = [];

    public Watch(IBrowserContext context, Uri shop)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(shop);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => _errors.Enqueue(error.Error);
        context.Request += (_, request) =>
        {
            if (request.Url.StartsWith(shop.AbsoluteUri, StringComparison.Ordinal))
            {
                _sent.Enqueue(new SentRequest(request.Method, request.Url, request.PostData ?? ""));
            }
        };
    }

    /// <summary>What was sent to the shop, oldest first.</summary>
    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    /// <summary>Permits errors that a test provokes.</summary>
    public void Permit(string text) => _permitted.Add(text);

    /// <summary>What no visit may show.</summary>
    public IEnumerable<string> Findings() =>
        [
            .. _errors.Where(error => !_permitted.Exists(text => error.Contains(text, StringComparison.Ordinal))),
            .. _sent
                .Where(request => request.CardNumbers().Any())
                .Select(request => $"A card number reached the shop by {request.Method}."),
        ];
}
