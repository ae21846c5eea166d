using System.Web;

namespace PaymentAbstractions.Chaos;

/// <summary>The customer's browser at a provider: it may lose the page, come back twice, or not come back.</summary>
internal static class Browser
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(2),
    };

    public static Uri ReturnUrl { get; } = new("https://shop.example/return");

    /// <returns>The values that the browser brings back; null when the customer does not come back.</returns>
    public static async Task<IReadOnlyDictionary<string, string>?> EnterAsync(
        NextAction action,
        CancellationToken cancellationToken
    )
    {
        var (page, fields) = action switch
        {
            FormPostAction form => (form.Url, form.Inputs.ToDictionary(input => input.Name, Entered)),
            RedirectAction approval => (
                approval.Url,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["decision"] = "approve" }
            ),
            _ => throw new InvalidOperationException($"The browser cannot do this: {action}."),
        };
        try
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await Http.PostAsync(page, content, cancellationToken);
            if (answer.Headers.Location is not { } target)
            {
                return null;
            }

            var query = HttpUtility.ParseQueryString(target.Query);
            return query.AllKeys.OfType<string>().ToDictionary(name => name, name => query[name]!);
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            // The provider is down or its page does not load, so the customer gives up.
            return null;
        }
    }

    private static string Entered(FormInput input) =>
        input.Kind switch
        {
            FormInputKind.CardNumber => "4111111111111111",
            FormInputKind.CardExpiry => "1249",
            FormInputKind.SecurityCode => "123",
            _ => "Ada",
        };
}
