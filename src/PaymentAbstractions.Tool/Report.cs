using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentAbstractions.Journal;
using Spectre.Console;

namespace PaymentAbstractions.Tool;

/// <summary>What a command says: tables for people, JSON for scripts.</summary>
internal sealed class Report(ParseResult parsed, bool isJson, TextWriter output, TextWriter errors)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly IAnsiConsole _console = AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }
    );

    public ParseResult Parsed => parsed;

    public void Say(string text) => output.WriteLine(text);

    public void Refuse(string why) => errors.WriteLine(why);

    public void List(IReadOnlyList<JournalEntry> entries)
    {
        if (isJson)
        {
            Write(entries);
            return;
        }

        var table = new Table();
        table.AddColumns("Started", "Gateway", "Operation", "Key", "Order", "Amount", "State", "Reason");
        foreach (var entry in entries)
        {
            table.AddRow([
                .. new[]
                {
                    Text(entry.Intent.StartedAt),
                    entry.Intent.Gateway,
                    entry.Intent.Operation.ToString(),
                    entry.Intent.IdempotencyKey.Value,
                    entry.Intent.OrderReference.IsSpecified ? entry.Intent.OrderReference.Value : "",
                    entry.Intent.Amount?.ToString() ?? "",
                    entry.State.ToString(),
                    ReasonOf(entry),
                }.Select(Markup.Escape),
            ]);
        }

        _console.Write(table);
    }

    public void Show(JournalEntry entry)
    {
        if (isJson)
        {
            Write(entry);
            return;
        }

        var table = new Table { ShowHeaders = false };
        table.AddColumns("", "");
        foreach (var (name, value) in Facts(entry).Where(fact => fact.Value is { Length: > 0 }))
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(value!));
        }

        _console.Write(table);
    }

    public void Count(JournalCounts counts)
    {
        if (isJson)
        {
            Write(counts);
            return;
        }

        var table = new Table();
        table.AddColumns("Open", "Pending", "Unknown", "Unpublished", "Duplicate charges");
        table.AddRow([
            .. new[]
            {
                counts.Open,
                counts.Pending,
                counts.Unknown,
                counts.Unpublished,
                counts.DuplicateCharges,
            }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        ]);
        _console.Write(table);
    }

    private static IEnumerable<(string Name, string? Value)> Facts(JournalEntry entry)
    {
        var (intent, result) = (entry.Intent, entry.Outcome?.Result);
        yield return ("Key", entry.Key.ToString());
        yield return ("Operation", intent.Operation.ToString());
        yield return ("Gateway", intent.Gateway);
        yield return ("Order", intent.OrderReference.IsSpecified ? intent.OrderReference.Value : null);
        yield return ("Amount", intent.Amount?.ToString());
        yield return ("Original", intent.Original?.ToString());
        yield return ("State", entry.State.ToString());
        yield return ("Outcome", result?.Outcome.ToString());
        yield return ("Reason", ReasonOf(entry));
        yield return ("Transaction", entry.Outcome?.Transaction?.ToString());
        yield return ("Duplicate of", entry.DuplicateOf?.ToString());
        yield return ("Attempt", entry.Attempt.ToString(CultureInfo.InvariantCulture));
        yield return ("Started", Text(intent.StartedAt));
        yield return ("Sent by", Text(intent.SendBy));
        yield return ("Recorded", entry.RecordedAt is { } recorded ? Text(recorded) : null);
        yield return ("Looked up until", entry.LeasedUntil is { } leased ? Text(leased) : null);
        yield return ("Guards", string.Join(", ", intent.Guards.Select(guard => guard.Name)));
        foreach (var attempt in entry.EarlierAttempts)
        {
            yield return ("Earlier attempt", attempt.ToString());
        }

        foreach (var one in entry.Revisions)
        {
            yield return (
                Text(one.At),
                $"{one.From?.ToString() ?? "open"} to {one.To} by {one.Who ?? one.Source.ToString()}{(one.Why is { } why ? $": {why}" : "")}"
            );
        }
    }

    private static string ReasonOf(JournalEntry entry) =>
        entry.DuplicateOf is { } other ? $"The order was charged by '{other.Key}', too."
        : entry.Outcome?.Result is { } result ? $"{result.Reason}: {result.Message}"
        : "No outcome was recorded: the attempt is under way, or its process died.";

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Write<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, Json));
}
