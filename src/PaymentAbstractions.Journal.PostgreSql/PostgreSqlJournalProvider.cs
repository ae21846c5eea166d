using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>Opens PostgreSQL journals. Their kind in the configuration is <c>PostgreSql</c>.</summary>
public sealed class PostgreSqlJournalProvider : JournalProvider<PostgreSqlJournalOptions>
{
    /// <inheritdoc />
    public override string Kind => "PostgreSql";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, PostgreSqlJournalOptions options) =>
        configuration.Bind(options);

    /// <inheritdoc />
    protected override void Validate(PostgreSqlJournalOptions options, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(problems);
    }

    /// <inheritdoc />
    protected override async Task<IPaymentJournal> OpenAsync(
        PostgreSqlJournalOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) =>
        await PostgreSqlPaymentJournal
            .OpenAsync(options, services.GetRequiredService<TimeProvider>(), cancellationToken)
            .ConfigureAwait(false);
}
