using System.Web;

namespace PaymentAbstractions.Conformance;

public abstract partial class SandboxHarness<TSandbox, TProvider>
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Posts a form to a page of the emulator, as the customer's browser does.</summary>
    /// <param name="page">The address of the page.</param>
    /// <param name="fields">The field values to enter.</param>
    /// <returns>The query of the URL that the page redirects to; its values are secrets.</returns>
    protected async Task<IReadOnlyDictionary<string, string>> BrowseAsync(
        Uri page,
        IReadOnlyDictionary<string, string> fields
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _browser.PostAsync(page, content).ConfigureAwait(false);
        var target =
            answer.Headers.Location
            ?? throw new InvalidOperationException($"The page does not redirect: HTTP {(int)answer.StatusCode}.");
        var query = HttpUtility.ParseQueryString(target.Query);
        return query
            .AllKeys.OfType<string>()
            .ToDictionary(name => name, name => Secret(query[name]!), StringComparer.Ordinal);
    }

    /// <summary>Fills in a form with the data of <see cref="Card"/>, according to the kinds of its fields.</summary>
    /// <param name="form">The form.</param>
    /// <returns>Names and values, including the hidden fields.</returns>
    protected IReadOnlyDictionary<string, string> FillIn(FormPostAction form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var card = Card;
        var fields = form.Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (var input in form.Inputs)
        {
            fields[input.Name] = input.Kind switch
            {
                FormInputKind.CardNumber => card.Number.Reveal(),
                FormInputKind.CardExpiry => $"{card.ExpiryMonth:D2}{card.ExpiryYear % 100:D2}",
                FormInputKind.SecurityCode => card.SecurityCode!.Reveal(),
                FormInputKind.FirstName => "Mary",
                FormInputKind.LastName => "Somerville",
                _ => throw new InvalidOperationException($"The field '{input.Name}' is of an unknown kind."),
            };
        }

        return fields;
    }
}
