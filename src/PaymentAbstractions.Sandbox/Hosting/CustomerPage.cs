using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// A page of an emulator for a shop's customers: without assets of others, for light and dark, for the keyboard and for narrow screens.
/// </summary>
internal static class CustomerPage
{
    // The test cards fill the form in, and a double click sends a form once.
    private const string CommonScript = """
        for (const form of document.querySelectorAll("form[method=post]")) {
          let isSent = false;
          form.addEventListener("submit", (event) => {
            if (isSent) event.preventDefault();
            isSent = true;
          });
          // The back button can show the page as it was left.
          addEventListener("pageshow", () => { isSent = false; });
        }
        for (const card of document.querySelectorAll("button[data-fill]")) {
          card.addEventListener("click", () => {
            for (const [name, value] of Object.entries(JSON.parse(card.dataset.fill))) {
              document.querySelector(`[name="${name}"]`).value = value;
            }
            document.querySelector("form button[type=submit]").focus();
          });
        }
        """;

    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b2430;--soft:#566273;--paper:#fff;--line:#8a94a3;--accent:#0b5c8a;--on:#fff;--chip:#eef3f7}
        @media(prefers-color-scheme:dark){:root{--ink:#e8edf3;--soft:#a9b5c4;--paper:#1b2430;--line:#6d7a8c;--accent:#7cc4f0;--on:#0d1722;--chip:#28344a}}
        *{box-sizing:border-box}body{margin:0;padding:1.25rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        main{max-width:30rem;margin:0 auto}h1{font-size:1.2rem;margin:0 0 .75rem}h2{font-size:1rem;margin:1.25rem 0 .5rem}
        label{display:block;font-weight:600;margin:.75rem 0 .25rem}
        input{width:100%;font:inherit;padding:.6rem .7rem;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
        .row{display:flex;gap:.75rem;flex-wrap:wrap}.row>div{flex:1 1 7rem}
        button{font:inherit;cursor:pointer;border-radius:.5rem;padding:.65rem 1rem;border:1px solid var(--line);color:inherit;background:var(--chip)}
        button[type=submit]{width:100%;margin-top:1rem;border:0;font-weight:700;color:var(--on);background:var(--accent)}
        button.second{background:transparent;color:var(--ink);border:1px solid var(--line)}
        button:disabled{opacity:.6;cursor:progress}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}.hint{color:var(--soft);font-size:.9rem;margin:.25rem 0}
        .problem{font-weight:600}.cards{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:0 0 .75rem;list-style:none}
        """;

    /// <summary>A page with a form.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="body">HTML, encoded where it shows what was sent.</param>
    /// <param name="shop">The address to which the page leads the customer; it may also frame the page.</param>
    /// <param name="script">A script of the page's own, beside the one that fills in test cards.</param>
    /// <param name="status">The HTTP status.</param>
    public static SandboxResponse Of(string title, string body, Uri? shop = null, string script = "", int status = 200)
    {
        var origin = shop?.GetLeftPart(UriPartial.Authority) ?? "";
        var code = CommonScript + script;
        var page = $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title><style>{Style}</style></head>
            <body><main aria-labelledby="title"><h1 id="title">{Encode(
                title
            )}</h1>{body}</main><script>{code}</script></body></html>
            """;
        return SandboxResponse
            .Html(status, page)
            .WithHeader(
                "Content-Security-Policy",
                $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(code)}'; connect-src 'self'; base-uri 'none'; form-action 'self' {origin}; frame-ancestors 'self' {origin}"
            )
            .WithHeader("Referrer-Policy", "no-referrer")
            .WithHeader("X-Content-Type-Options", "nosniff")
            .WithHeader("Cache-Control", "no-store");
    }

    /// <summary>Buttons that fill the form in.</summary>
    /// <param name="cards">The text of each button, and the fields of the form with their values.</param>
    public static string TestCards(IEnumerable<(string Name, JsonObject Fields)> cards) =>
        $"""
            <h2>Test cards</h2><ul class="cards">{string.Concat(
                cards.Select(card =>
                    $"<li><button type=\"button\" data-fill=\"{Encode(card.Fields.ToJsonString())}\">{Encode(card.Name)}</button></li>"
                )
            )}</ul>
            """;

    public static string Encode(string? value) => WebUtility.HtmlEncode(value ?? "");

    // The pages hold no text of others in style and script, so their hashes permit exactly these.
    private static string Hash(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
