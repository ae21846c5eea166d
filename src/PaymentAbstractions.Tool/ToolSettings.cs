using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Tool;

/// <summary>
/// The section Payments according to the command line: that of the application, with its journal replaced if options specify one.
/// </summary>
internal static class ToolSettings
{
    private const string Section = "Payments";
    private const string Journal = $"{Section}:Journal";
    private const string InMemory = "InMemory";

    // The application may keep details longer than the default; the tool never deletes any.
    private const string KeepDetailsFor = "36500.00:00:00";

    /// <exception cref="PaymentConfigurationException">The settings cannot be read, or specify a journal that only the application can
    /// open.</exception>
    public static IConfigurationSection Of(JournalPlace place, ParseResult parsed, bool migrates)
    {
        var values = Read(place.ConfigOf(parsed));
        if (JournalOf(place, parsed) is { } named)
        {
            foreach (var key in values.Keys.Where(IsOfJournal).ToList())
            {
                values.Remove(key);
            }

            foreach (var (key, value) in named)
            {
                values[$"{Journal}:{key}"] = value;
            }
        }

        var kind = values.GetValueOrDefault($"{Journal}:Kind") ?? values.GetValueOrDefault(Journal);
        if (string.Equals(kind, InMemory, StringComparison.OrdinalIgnoreCase))
        {
            throw new PaymentConfigurationException([
                $"{Journal}: is in memory, so only the application's own process can read it.",
            ]);
        }

        values[$"{Journal}:Migrate"] = migrates.ToString();
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(Section);
    }

    private static Dictionary<string, string?>? JournalOf(JournalPlace place, ParseResult parsed) =>
        parsed.GetValue(place.Sqlite) is { } file
            ? new(StringComparer.Ordinal)
            {
                ["Kind"] = "Sqlite",
                ["Path"] = file.Length == 0 ? file : Path.GetFullPath(file),
                ["KeepDetailsFor"] = KeepDetailsFor,
            }
        : place.PostgresOf(parsed) is { } connection
            ? new(StringComparer.Ordinal)
            {
                ["Kind"] = "PostgreSql",
                ["ConnectionString"] = connection,
                ["Schema"] = parsed.GetValue(place.Schema),
                ["KeepDetailsFor"] = KeepDetailsFor,
            }
        : null;

    private static bool IsOfJournal(string key) =>
        string.Equals(key, Journal, StringComparison.OrdinalIgnoreCase)
        || key.StartsWith(Journal + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string?> Read(string[] files)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (files.Length == 0)
        {
            return values;
        }

        foreach (var file in files)
        {
            Check(file);
        }

        var builder = new ConfigurationBuilder();
        foreach (var file in files)
        {
            builder.AddJsonFile(Path.GetFullPath(file));
        }

        foreach (var (key, value) in builder.AddEnvironmentVariables().Build().AsEnumerable())
        {
            if (value is not null && key.StartsWith(Section, StringComparison.OrdinalIgnoreCase))
            {
                values[key] = value;
            }
        }

        return values;
    }

    // The parser's message may contain parts of the file, so only the position is reported.
    private static void Check(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var _ = new ConfigurationBuilder().AddJsonStream(stream).Build() as IDisposable;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PaymentConfigurationException([$"--config: the file '{file}' cannot be read."]);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidDataException)
        {
            var json = exception as JsonException ?? exception.InnerException as JsonException;
            throw new PaymentConfigurationException([
                json is { LineNumber: { } line, BytePositionInLine: { } position }
                    ? $"--config: the file '{file}' is not JSON: see line {line + 1}, position {position + 1}."
                    : $"--config: the file '{file}' does not contain a JSON object with settings.",
            ]);
        }
    }
}
