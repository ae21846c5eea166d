using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentAbstractions.Tool;

/// <summary>The output of a command: tables on a terminal, tab-separated rows otherwise, JSON for scripts.</summary>
internal sealed class Report(ParseResult parsed, Option<bool> json, ToolConsole console)
{
    /// <summary>The beginning of the message when a change is refused.</summary>
    public const string Unchanged = "Nothing was changed:";

    private static readonly string[] PaymentColumns =
    [
        "Started",
        "Environment",
        "Gateway",
        "Operation",
        "Key",
        "Order",
        "Amount",
        "State",
        "Reason",
    ];

    private static readonly string[] CountColumns =
    [
        "Environment",
        "Open",
        "Pending",
        "Unknown",
        "Unpublished",
        "Duplicate charges",
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The output goes to a terminal or a program, not into an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public ParseResult Parsed => parsed;

    public ToolConsole Console => console;

    // Evaluated on demand, because an invalid command line has no values.
    private bool IsJson => parsed.GetValue(json);

    public static string Text(DateTimeOffset time) => Text(time.UtcDateTime);

    public static string Text(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public void Warn(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            console.Errors.WriteLine(line);
        }
    }

    public int Fail(int code, params IEnumerable<string> lines)
    {
        Warn(lines);
        return code;
    }

    public void List(IReadOnlyList<PaymentOutput> payments) =>
        Write(
            payments,
            PaymentColumns,
            payments.Select(payment =>
                new[]
                {
                    Text(payment.Started),
                    payment.Environment,
                    payment.Gateway,
                    payment.Operation,
                    payment.Key,
                    payment.Order ?? "",
                    PaymentFacts.AmountOf(payment),
                    payment.State == "Closed" ? payment.Outcome! : payment.State,
                    PaymentFacts.ReasonOf(payment),
                }
            )
        );

    public void Show(PaymentOutput payment)
    {
        if (!IsJson && console.Width is not null)
        {
            Rows.WriteFacts(console.Output, PaymentFacts.Of(payment));
            return;
        }

        Write(payment, ["Name", "Value"], PaymentFacts.Of(payment).Select(fact => new[] { fact.Name, fact.Value }));
    }

    public void Count(IReadOnlyList<CountsOutput> counts) =>
        Write(
            counts,
            CountColumns,
            counts.Select(one =>
                new[]
                {
                    one.Environment,
                    Text(one.Open),
                    Text(one.Pending),
                    Text(one.Unknown),
                    Text(one.Unpublished),
                    Text(one.DuplicateCharges),
                }
            )
        );

    public void Reconciled(IReadOnlyList<ReconciledPayment> lines, IReadOnlyDictionary<string, long> counts)
    {
        if (IsJson)
        {
            WriteJson(new { counts, lines = lines.Select(ReconciledOutput.Of).ToList() });
            return;
        }

        Rows.Write(console.Output, console.Width, ReconciledOutput.Columns, lines.Select(ReconciledOutput.RowOf));
    }

    public void Script(string schema, int from, string script)
    {
        if (IsJson)
        {
            WriteJson(
                new
                {
                    schema,
                    from,
                    script,
                }
            );
            return;
        }

        console.Output.Write(script);
    }

    public void Migrated()
    {
        if (IsJson)
        {
            WriteJson(new { upToDate = true });
            return;
        }

        console.Output.WriteLine("The schema is up to date.");
    }

    /// <summary>Shows the operator the change that is about to be made, on the error stream.</summary>
    public void Ask(PaymentOutput payment, string change)
    {
        if (console.Answers is not null)
        {
            Rows.WriteFacts(console.Errors, PaymentFacts.Of(payment));
            console.Errors.WriteLine(change);
            console.Errors.Write("Record this? [y/N] ");
        }
    }

    /// <returns>Why the change is not made; null when the operator confirmed it.</returns>
    public async Task<string?> AnswerAsync(CancellationToken cancellationToken)
    {
        if (console.Answers is not { } answers)
        {
            return $"{Unchanged} confirmation is not possible here. Use --yes to change it without confirmation, or --dry-run to show the change.";
        }

        // Reading from a terminal cannot be canceled.
        var answer = await Task.Run(answers.ReadLine, CancellationToken.None)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES" ? null : $"{Unchanged} the change was not confirmed.";
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private void Write<T>(T value, string[] columns, IEnumerable<string[]> rows)
    {
        if (IsJson)
        {
            WriteJson(value);
            return;
        }

        Rows.Write(console.Output, console.Width, columns, rows);
    }

    private void WriteJson<T>(T value) => console.Output.WriteLine(JsonSerializer.Serialize(value, Json));
}
