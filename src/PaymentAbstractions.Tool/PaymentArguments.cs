using System.CommandLine;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>The arguments that identify one payment.</summary>
internal sealed class PaymentArguments
{
    // A shell splits a connection string without quotation marks into such parts.
    private static readonly string[] Secrets = ["Password=", "Pwd="];

    private readonly Argument<string> _key = new("key") { Description = "The idempotency key." };

    private readonly EnvironmentOption _environment = new("Required if both environments contain the key.");

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
                    "The key looks like a part of a connection string and is not shown: enclose the connection string in quotation marks."
                );
            }
            else if (key is not null && !IdempotencyKey.TryParse(key, out _))
            {
                result.AddError(
                    $"The key {QuotedText.Of(key)} is invalid: a key has 1 to {IdempotencyKey.MaxLength} printable ASCII characters without spaces."
                );
            }
        });
    }

    /// <returns>The payment; null when it does not exist, which has been reported.</returns>
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
                report.Warn($"The journal does not contain a payment with the key '{key}'{where}.");
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
