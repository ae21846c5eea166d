using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A receiver, and the format of its requests.</summary>
/// <param name="webhook">The valid settings of the receiver.</param>
/// <param name="client">The client, which answers challenges with the receiver's credentials.</param>
internal sealed class WebhookTarget(RebillySandboxWebhook webhook, HttpClient client)
{
    public RebillySandboxWebhook Webhook => webhook;

    public bool Wants(string organizationId, string eventType) =>
        (webhook.OrganizationId is null || webhook.OrganizationId == organizationId)
        && (webhook.Events.Count == 0 || webhook.Events.Contains(eventType));

    /// <summary>The body from the receiver's template; null when it has none.</summary>
    public string? BodyOf(string eventType, string transactionId, int revision) =>
        webhook
            .Body?.Replace("{{transactionId}}", transactionId, StringComparison.Ordinal)
            .Replace("{{eventType}}", eventType, StringComparison.Ordinal)
            .Replace("{{revision}}", revision.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Creates a client that neither follows redirects nor keeps cookies; each attempt may take ten seconds.</summary>
    public static HttpClient NewClient(RebillySandboxWebhook webhook)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        };
        if (webhook.Authentication == RebillySandboxWebhookAuthentication.Digest)
        {
            handler.Credentials = new CredentialCache
            {
                { webhook.Address, "Digest", new NetworkCredential(webhook.UserName, webhook.Password) },
            };
        }

        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <summary>Sends once; returns the status, or null when there was no answer.</summary>
    public async Task<int?> SendAsync(WebhookMessage message, CancellationToken stopping)
    {
        using var request = Request(message);
        try
        {
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping)
                .ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !stopping.IsCancellationRequested)
            )
        {
            return null;
        }
    }

    private HttpRequestMessage Request(WebhookMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(webhook.Method), webhook.Address);
        if (message.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(webhook.ContentType);
        }

        if (webhook.Authentication == RebillySandboxWebhookAuthentication.Basic)
        {
            var credentials = Encoding.UTF8.GetBytes($"{webhook.UserName}:{webhook.Password}");
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(credentials));
        }

        foreach (var (name, value) in webhook.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.Remove(name);
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
