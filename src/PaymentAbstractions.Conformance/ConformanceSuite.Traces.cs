using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace PaymentAbstractions.Conformance;

// Checks that a read has no side effects and shows no secrets.
public abstract partial class ConformanceSuite<THarness>
{
    // Shorter secrets are digits that occur by chance in ids and times.
    private const int LongEnoughAnywhere = 8;

    private protected void AssertShowsNoSecret(PaymentReadException failure) => AssertShowsNoSecret(failure.ToString());

    private protected void AssertShowsNoSecret(string? text)
    {
        foreach (var secret in Harness.Secrets)
        {
            // The secret itself is not included in the failure's message, because that is a log, too.
            Assert.False(
                text is not null && Shows(text, secret),
                $"A secret that ends in '{secret[^2..]}' is shown in a text of {text?.Length} characters."
            );
        }
    }

    private static bool Shows(string text, string secret) =>
        secret.Length >= LongEnoughAnywhere
            ? text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            : Regex.IsMatch(
                text,
                $@"(?<![\w.:-]){Regex.Escape(secret)}(?![\w.:-])",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(10)
            );

    /// <summary>The contents of the journal's files.</summary>
    // The file with the readers' locks changes on every read, and an empty file may be locked.
    private protected string JournalOnDisk() =>
        string.Join(
            '\n',
            new DirectoryInfo(Harness.JournalFolder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => file.Length > 0 && !file.Name.EndsWith("-shm", StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => $"{file.Name} {Hash(file)}")
        );

    private static string Hash(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
