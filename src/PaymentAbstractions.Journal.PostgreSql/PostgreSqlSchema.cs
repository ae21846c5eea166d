namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>
/// The versions of the schema, in the folder Schema. A released version never changes; changes are added as a new version.
/// </summary>
internal static class PostgreSqlSchema
{
    public static IReadOnlyList<string> Versions { get; } = [Read("1.sql"), Read("2.sql")];

    /// <summary>Gets the statements that create the schema or upgrade it from a version, to run them manually.</summary>
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
