using System.Runtime.CompilerServices;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Compares with the files in the folder Golden; with <c>UPDATE_GOLDEN=1</c> it writes them, to be read and committed.</summary>
internal static class Golden
{
    public static void AssertMatches(string name, params WireRequest[] requests)
    {
        var actual = string.Join(
            "\n###\n",
            requests.Select(request => $"{request.Method} {request.Path}\n{request.Headers}\n\n{request.Body}\n")
        );
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), $"{name}.http"), actual);
        }

        Assert.Equal(Read(name), actual);
    }

    private static string Read(string name) =>
        File.ReadAllText(
            Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1"
                ? Path.Combine(SourceFolder(), $"{name}.http")
                : Path.Combine(AppContext.BaseDirectory, "Golden", $"{name}.http")
        );

    private static string SourceFolder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "Golden");
}
