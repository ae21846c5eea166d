using System.Security.Cryptography;
using Xunit;

namespace PaymentAbstractions.Conformance;

// Checks that a read has no side effects and shows no secrets.
public abstract partial class ConformanceSuite<THarness>
{
    private protected void AssertShowsNoSecret(PaymentReadException failure) =>
        Assert.All(
            Harness.Secrets,
            secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal)
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
