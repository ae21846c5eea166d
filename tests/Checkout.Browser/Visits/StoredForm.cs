using System.Text.Json;
using Microsoft.Playwright;

namespace Checkout.Browser.Visits;

/// <summary>
/// The fields of a form as the browser would send them, to be sent whenever a test likes: twice at once, or after the page is gone.
/// No script of the page stands in between.
/// </summary>
public sealed class StoredForm
{
    private readonly IBrowserContext _context;
    private readonly string _address;
    private readonly Dictionary<string, string> _fields;

    private StoredForm(IBrowserContext context, string address, Dictionary<string, string> fields)
    {
        (_context, _address, _fields) = (context, address, fields);
    }

    /// <summary>Reads the form of a button.</summary>
    public static async Task<StoredForm> OfAsync(Visitor visitor, ILocator button)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(button);
        var address = await button.EvaluateAsync<string>("button => button.form.action");
        var fields = await button.EvaluateAsync<string>(
            "button => JSON.stringify(Object.fromEntries(new FormData(button.form)))"
        );
        return new StoredForm(
            visitor.Context,
            address,
            JsonSerializer.Deserialize<Dictionary<string, string>>(fields)!
        );
    }

    /// <summary>The same form for another address or with other fields.</summary>
    public StoredForm With(string? address = null, params (string Name, string Value)[] fields)
    {
        var changed = new Dictionary<string, string>(_fields, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            changed[name] = value;
        }

        return new StoredForm(
            _context,
            address is null ? _address : new Uri(new Uri(_address), address).AbsoluteUri,
            changed
        );
    }

    /// <summary>Sends it, and follows where it leads.</summary>
    /// <param name="maxRedirects">How many redirects are followed; all of them when missing.</param>
    public Task<IAPIResponse> SendAsync(int? maxRedirects = null)
    {
        var form = _context.APIRequest.CreateFormData();
        foreach (var (name, value) in _fields)
        {
            form.Set(name, value);
        }

        return _context.APIRequest.PostAsync(
            _address,
            new APIRequestContextOptions { Form = form, MaxRedirects = maxRedirects }
        );
    }

    /// <summary>Sends it several times at once.</summary>
    public async Task<IReadOnlyList<IAPIResponse>> SendAtOnceAsync(int times) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => SendAsync()));
}
