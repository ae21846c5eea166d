using System.Runtime.CompilerServices;

namespace AcmePayments.Tests;

/// <summary>An adapter and its tests stay small: lines without blanks and comments.</summary>
public sealed class LineCountTests
{
    [Theory]
    [InlineData("../../src/AcmePayments", 300)]
    [InlineData(".", 430)]
    public void It_takes_no_more_lines_than_that(string folder, int most)
    {
        var files = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, folder), "*.cs");
        var lines = files.SelectMany(File.ReadLines).Select(line => line.Trim());

        Assert.InRange(
            lines.Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)),
            100,
            most
        );
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
