using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions;

/// <summary>Reads the options that apply to every gateway, from configuration and code, and collects their problems.</summary>
internal sealed class SharedOptions(PaymentsRegistration registration, IServiceProvider services)
{
    public PaymentsOptions ReadPayments(ProblemList problems) =>
        Read(
            null,
            PaymentsOptions.Table,
            new SectionReader(registration.Configuration, problems),
            problems,
            options =>
                options.ResponseCodes = ResponseCodesSection.Read(
                    registration.Configuration.GetSection(ResponseCodesSection.Key),
                    problems
                )
        );

    public RecoveryOptions ReadRecovery(ProblemList problems) =>
        ReadAll(RecoveryOptions.Key, RecoveryOptions.Table, problems);

    public ResilienceOptions ReadResilience(ProblemList problems) =>
        ReadAll(ResilienceOptions.Key, ResilienceOptions.Table, problems);

    /// <param name="reader">The reader of the journal's section, which also contains the options of the chosen journal.</param>
    /// <param name="problems">The list to add problems to.</param>
    public JournalOptions ReadJournal(SectionReader reader, ProblemList problems) =>
        Read(JournalSection.Key, JournalOptions.Table, reader, problems);

    private TOptions ReadAll<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicProperties
                | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
        )]
            TOptions
    >(string key, OptionTable<TOptions> table, ProblemList problems)
        where TOptions : class, new()
    {
        var reader = new SectionReader(registration.Configuration.GetSection(key), problems);
        var options = Read(key, table, reader, problems);
        reader.RefuseOthers();
        return options;
    }

    private TOptions Read<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicProperties
                | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
        )]
            TOptions
    >(
        string? key,
        OptionTable<TOptions> table,
        SectionReader reader,
        ProblemList problems,
        Action<TOptions>? read = null
    )
        where TOptions : class, new()
    {
        var (options, changed, failures) = MadeOptions<TOptions>.Of(
            services,
            Options.DefaultName,
            one =>
            {
                table.Read(reader, one);
                read?.Invoke(one);
            }
        );
        var place = registration.PlaceOf(key, typeof(TOptions)).With(changed);
        var wrong = new ProblemList();
        table.Check(options, wrong);
        foreach (var problem in wrong.Problems)
        {
            problems.Add(place.Of(problem.Field), problem.Message);
        }

        foreach (var failure in failures)
        {
            problems.Add(place.Whole, failure);
        }

        return options;
    }
}
