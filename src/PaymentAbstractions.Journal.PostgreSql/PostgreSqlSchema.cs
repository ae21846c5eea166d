namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The versions of the schema, in the folder Schema. A released one never changes; a later one is added.</summary>
internal static class PostgreSqlSchema
{
    public static IReadOnlyList<string> Versions { get; } = [Read("1.sql"), Read("2.sql")];

    /// <summary>The statements that make the schema, or bring it up to date from a version, to be run by hand.</summary>
    public static string Script(string schema, int fromVersion)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)fromVersion, (uint)Versions.Count, nameof(fromVersion));
        var versions = Versions.Select(
            (statements, index) =>
                $"{statements}INSERT INTO schema_versions (version, applied_at) VALUES ({index + 1}, now()::text);\n"
        );
        return $"BEGIN;\nCREATE SCHEMA IF NOT EXISTS {Quoted(schema)};\nSET LOCAL search_path TO {Quoted(schema)};\n"
            + $"{SqlSchema.Table};\n{string.Concat(versions.Skip(fromVersion))}COMMIT;\n";
    }

    public static string Quoted(string schema) => $"\"{schema}\"";

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(PostgreSqlSchema).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
