using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The result of one command.</summary>
public sealed record ToolRun(int Code, string Output, string Errors)
{
    /// <summary>The rows after the header, split at tabs.</summary>
    public string[][] Rows =>
        [
            .. Output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.TrimEnd('\r').Split('\t')),
        ];

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs a command without interactive input, unless answers are given.</summary>
    public static async Task<ToolRun> OfAsync(
        IEnumerable<string> words,
        TextReader? answers = null,
        int? width = null,
        Func<string, string?>? variables = null,
        CancellationTokenSource? canceling = null,
        int? progressWidth = null
    )
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = await PaymentsTool.RunAsync(
            [.. words],
            new ToolConsole
            {
                Output = output,
                Errors = errors,
                Answers = answers,
                Width = width,
                ProgressWidth = progressWidth,
                Variables = variables ?? (_ => null),
            },
            canceling?.Token ?? TestContext.Current.CancellationToken
        );
        return new ToolRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>Returns the value of a fact that <c>show</c> prints.</summary>
    public string? Fact(string name) => Rows.FirstOrDefault(row => row[0] == name)?[1];
}
