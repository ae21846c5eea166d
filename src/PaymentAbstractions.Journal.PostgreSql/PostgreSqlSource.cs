using System.Data.Common;
using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>Makes a data source of a connection string.</summary>
internal static class PostgreSqlSource
{
    /// <summary>Of several hosts the one that takes writes is used, and looked for again after each failure.</summary>
    public static DbDataSource Of(PostgreSqlJournalOptions options)
    {
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        text.ApplicationName ??= "PaymentAbstractions";
        // The journal keeps one connection, and a dead peer must be noticed while it waits.
        text.KeepAlive = text.KeepAlive == 0 ? 30 : text.KeepAlive;
        text.Enlist = false;
        // Planning is most of what a lone payment costs; behind a proxy a prepared statement may be on another connection.
        text.MaxAutoPrepare = options.AllowProxy ? 0 : Math.Max(text.MaxAutoPrepare, 50);
        var builder = new NpgsqlDataSourceBuilder(text.ToString());
        return text.Host!.Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.ReadWrite)
            : builder.Build();
    }
}
