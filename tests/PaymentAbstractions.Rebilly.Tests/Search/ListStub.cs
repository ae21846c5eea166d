using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>
/// A list that honors a time range, limit and offset, and returns its total. The rows come in their given order, regardless of the query.
/// </summary>
/// <param name="rows">The rows.</param>
internal sealed class ListStub(IReadOnlyList<(string Id, DateTimeOffset At)> rows) : RebillyStub
{
    protected override WireRequest Read(WireRequest request)
    {
        On("GET transactions", Page(HttpUtility.ParseQueryString(request.Path.Split('?')[1])));
        return request;
    }

    private StubAnswer Page(System.Collections.Specialized.NameValueCollection query)
    {
        var range = (query["filter"]?.Split("createdTime:")[1] ?? "..").Split("..");
        var (from, until) = (range[0], range[1]);
        var fitting = rows.Where(row =>
                (from.Length == 0 || row.At >= Time(from)) && (until.Length == 0 || row.At <= Time(until))
            )
            .ToList();
        var page = fitting
            .Skip(Number(query["offset"]))
            .Take(Number(query["limit"]))
            .Select(row => (JsonNode)Txn.Sale(id: row.Id).With("createdTime", $"{row.At:yyyy-MM-ddTHH:mm:ssZ}"));
        return StubAnswer.Text(
            200,
            new JsonArray([.. page]).ToJsonString(),
            "application/json",
            ("Pagination-Total", fitting.Count.ToString(CultureInfo.InvariantCulture))
        );
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);
}
