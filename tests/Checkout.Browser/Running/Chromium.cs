namespace Checkout.Browser.Running;

/// <summary>The Chromium of this machine. Nothing is downloaded.</summary>
internal static class Chromium
{
    /// <summary>Names the program; it wins over those that are searched for.</summary>
    private const string Variable = "CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public const string Missing =
        "There is no Chromium: install the package chromium, or set CHROMIUM to the path of the program.";

    /// <summary>The path of the program; <see langword="null"/> when there is none.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return Names
            .SelectMany(name => folders.Prepend("/usr/bin").Select(folder => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
