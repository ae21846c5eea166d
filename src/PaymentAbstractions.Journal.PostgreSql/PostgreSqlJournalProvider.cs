using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>Opens PostgreSQL journals. Their kind in the configuration is <c>PostgreSql</c>.</summary>
public sealed class PostgreSqlJournalProvider : JournalProvider<PostgreSqlJournalOptions>
{
    private readonly Func<IServiceProvider, DbDataSource>? _source;

    /// <summary>Creates a provider whose options say how the database is reached.</summary>
    public PostgreSqlJournalProvider() { }

    internal PostgreSqlJournalProvider(Func<IServiceProvider, DbDataSource> source)
    {
        _source = source;
    }

    /// <inheritdoc />
    public override string Kind => "PostgreSql";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, PostgreSqlJournalOptions options) =>
        configuration.Bind(options);

    /// <inheritdoc />
    protected override void Validate(PostgreSqlJournalOptions options, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(problems, hasSource: _source is not null);
    }

    /// <inheritdoc />
    protected override async Task<IPaymentJournal> OpenAsync(
        PostgreSqlJournalOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) =>
        await PostgreSqlPaymentJournal
            .OpenAsync(
                options,
                _source?.Invoke(services),
                services.GetRequiredService<TimeProvider>(),
                testClock: null,
                cancellationToken
            )
            .ConfigureAwait(false);
}
