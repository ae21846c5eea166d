using System.Diagnostics;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>This program as a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>Starts this program again.</summary>
    /// <param name="args">Its arguments.</param>
    /// <returns>The process; its input and output are redirected.</returns>
    public static Process Start(params string[] args)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }
}
