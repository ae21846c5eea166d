using System.Security.Cryptography;

namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceSuite<THarness>
{
    /// <summary>The files of the journal and what is in them. The file with the locks of readers changes by reading; an empty one may be locked.</summary>
    private protected string Journal() =>
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
