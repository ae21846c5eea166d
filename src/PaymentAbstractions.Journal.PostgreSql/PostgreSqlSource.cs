using System.Data.Common;
using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>Creates a data source from a connection string.</summary>
internal static class PostgreSqlSource
{
    /// <summary>If there are several hosts, the one that accepts writes is used, and it is determined again after each failure.</summary>
    public static DbDataSource Of(PostgreSqlJournalOptions options)
    {
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        text.ApplicationName ??= "PaymentAbstractions";
        // The journal keeps one connection, and a dead peer must be detected while it waits.
        text.KeepAlive = text.KeepAlive == 0 ? 30 : text.KeepAlive;
        text.Enlist = false;
        // Planning is most of the cost of a single payment. Behind a proxy, a prepared statement may be on another connection.
        text.MaxAutoPrepare = options.AllowProxy ? 0 : Math.Max(text.MaxAutoPrepare, 50);
        var builder = new NpgsqlDataSourceBuilder(text.ToString());
        return text.Host!.Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.ReadWrite)
            : builder.Build();
    }
}
