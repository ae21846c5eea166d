using System.CommandLine;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>The words that name one payment.</summary>
internal sealed class PaymentArguments
{
    private readonly Argument<string> _key = new("key") { Description = "The idempotency key." };

    private readonly Option<GatewayEnvironment?> _environment = new("--environment")
    {
        Description = "Live or Sandbox; needed where both know the key.",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_key);
        command.Options.Add(_environment);
    }

    public async Task<JournalEntry?> FindAsync(JournalSession session, Report report, CancellationToken token)
    {
        var key = new IdempotencyKey(report.Parsed.GetValue(_key)!);
        var found = new List<JournalEntry>();
        var environments = report.Parsed.GetValue(_environment) is { } one
            ? [one]
            : Enum.GetValues<GatewayEnvironment>();
        foreach (var environment in environments)
        {
            var journalKey = new JournalKey(environment, key);
            if (await session.Journal.FindAsync(journalKey, token).ConfigureAwait(false) is { } entry)
            {
                found.Add(entry);
            }
        }

        switch (found)
        {
            case [var entry]:
                return entry;
            case []:
                report.Refuse($"The journal has no payment with the key '{key}'.");
                return null;
            default:
                report.Refuse(
                    $"The key '{key}' is known in {string.Join(" and ", found.Select(entry => entry.Key.Environment))}: give --environment."
                );
                return null;
        }
    }
}
