using System.Data.Common;
using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>Makes a data source of a connection string.</summary>
internal static class PostgreSqlSource
{
    /// <summary>Of several hosts the one that takes writes is used, and looked for again after each failure.</summary>
    public static DbDataSource Of(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        text.ApplicationName ??= "PaymentAbstractions";
        // The journal keeps one connection, and a dead peer must be noticed while it waits.
        text.KeepAlive = text.KeepAlive == 0 ? 30 : text.KeepAlive;
        text.Enlist = false;
        var builder = new NpgsqlDataSourceBuilder(text.ToString());
        return text.Host!.Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.ReadWrite)
            : builder.Build();
    }
}
