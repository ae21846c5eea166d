using System.Globalization;
using System.Net;
using System.Text;

namespace PaymentAbstractions.Sandbox;

/// <summary>A page that shows the actual money movements and the received requests, without headers and bodies.</summary>
internal static class SandboxPage
{
    public const string Path = "/_sandbox";

    public static SandboxResponse Of(ProviderSandbox sandbox)
    {
        var page = new StringBuilder()
            .Append(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"3\">"
            )
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(sandbox.GetType().Name)}</title>")
            .Append("<style>body{font:15px system-ui;margin:2rem}table{border-collapse:collapse;margin-bottom:2rem}")
            .Append("th,td{border-bottom:1px solid #ccc;padding:.3rem .8rem;text-align:left}</style></head><body>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(sandbox.GetType().Name)}</h1>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<p>{Text(Time(sandbox.Clock.GetUtcNow()))}, {sandbox.Faults.Pending} faults pending</p>"
            );
        Table(
            page,
            "Ledger",
            ["#", "Time", "Account", "What", "Amount", "Transaction", "Of", "Customer", "Description"],
            sandbox.Ledger.Movements.Select(movement =>
                (string?[])
                    [
                        movement.Sequence.ToString(CultureInfo.InvariantCulture),
                        Time(movement.Time),
                        movement.Account,
                        movement.Kind.ToString(),
                        string.Create(CultureInfo.InvariantCulture, $"{movement.Amount} {movement.Currency}"),
                        movement.TransactionId,
                        movement.ParentTransactionId,
                        movement.CustomerId,
                        movement.Description,
                    ]
            )
        );
        Table(
            page,
            "Requests",
            ["Time", "Request", "Moves money", "Complete"],
            sandbox.Traffic.Requests.Select(request =>
                (string?[])
                    [
                        Time(request.ReceivedAt),
                        sandbox.Describe(request),
                        sandbox.MovesMoney(request) ? "yes" : "",
                        request.IsBodyComplete ? "yes" : "no",
                    ]
            )
        );
        return SandboxResponse.Html(200, page.Append("</body></html>").ToString());
    }

    private static void Table(StringBuilder page, string title, string[] heads, IEnumerable<string?[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><table><thead><tr>");
        foreach (var head in heads)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{head}</th>");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append(CultureInfo.InvariantCulture, $"<td>{Text(cell)}</td>");
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table>");
    }

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
