using System.CommandLine;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>The words that name one payment.</summary>
internal sealed class PaymentArguments
{
    // What a shell makes of a connection string without quotes.
    private static readonly string[] Secrets = ["Password=", "Pwd="];

    private readonly Argument<string> _key = new("key") { Description = "The idempotency key." };

    private readonly EnvironmentOption _environment = new("Needed where both know the key.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_key);
        _environment.AddTo(command);
        _key.Validators.Add(result =>
        {
            var key = result.GetValueOrDefault<string>();
            if (Secrets.Any(name => key?.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true))
            {
                result.AddError(
                    "The key looks like a part of a connection string, and is not shown: put that between quotes."
                );
            }
            else if (key is not null && !IdempotencyKey.TryParse(key, out _))
            {
                result.AddError(
                    $"The key {QuotedText.Of(key)} is none: it has 1 to {IdempotencyKey.MaxLength} printable ASCII characters without spaces."
                );
            }
        });
    }

    /// <returns>The payment; none when there is none, which was told.</returns>
    public async Task<JournalEntry?> FindAsync(JournalSession session, Report report, CancellationToken token)
    {
        var key = new IdempotencyKey(report.Parsed.GetValue(_key)!);
        var environment = _environment.Of(report.Parsed);
        try
        {
            var found = await session.Recovery.FindAsync(key, environment, token).ConfigureAwait(false);
            if (found is null)
            {
                var where = environment is { } one ? $" in {one}" : "";
                report.Warn($"The journal has no payment with the key '{key}'{where}.");
            }

            return found;
        }
        catch (PaymentRequestException exception)
        {
            report.Warn([.. exception.Problems.Select(problem => $"--environment: {problem.Message}")]);
            return null;
        }
    }
}
