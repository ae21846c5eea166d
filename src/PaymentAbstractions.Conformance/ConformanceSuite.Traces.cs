using System.Security.Cryptography;
using Xunit;

namespace PaymentAbstractions.Conformance;

// Checks that a read has no side effects and shows no secrets.
public abstract partial class ConformanceSuite<THarness>
{
    private protected void AssertShowsNoSecret(PaymentReadException failure) => AssertShowsNoSecret(failure.ToString());

    private protected void AssertShowsNoSecret(string? text)
    {
        Assert.NotEmpty(Harness.Secrets);
        for (var i = 0; i < Harness.Secrets.Count; i++)
        {
            // No part of the secret is in the failure's message, because that is a log, too.
            Assert.False(
                text is not null && ShownSecret.IsIn(text, Harness.Secrets[i]),
                $"Secret {i + 1} of the harness, of {Harness.Secrets[i].Length} characters, is shown in a text of {text?.Length} characters."
            );
        }
    }

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
