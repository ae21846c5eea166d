using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>A kind of journal with its options.</summary>
/// <typeparam name="TOptions">A plain class; its public settable properties are the keys that configuration may use.</typeparam>
/// <remarks>Call the generated binder in <see cref="Bind"/>, in the journal's own assembly.</remarks>
public abstract class JournalProvider<
    [DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
    )]
        TOptions
> : JournalProvider
    where TOptions : class, new()
{
    /// <summary>Copies configuration into the options.</summary>
    /// <param name="configuration">A part of the journal's section; called several times.</param>
    /// <param name="options">The options to fill.</param>
    protected abstract void Bind(IConfiguration configuration, TOptions options);

    /// <summary>Adds everything that is wrong with the options.</summary>
    /// <param name="options">The options as bound.</param>
    /// <param name="problems">Where to add the problems.</param>
    protected abstract void Validate(TOptions options, ProblemList problems);

    /// <summary>Opens the journal; called once. It is disposed with the application.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="services">The services of the application.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="JournalUnavailableException">It cannot be opened.</exception>
    protected abstract Task<IPaymentJournal> OpenAsync(
        TOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    );

    internal sealed override JournalChoice Read(
        IConfigurationSection section,
        IReadOnlyList<string> others,
        IServiceProvider services,
        ProblemList problems
    )
    {
        var place = new OptionPlace(section, typeof(TOptions).Name, prefersCode: false);
        var (options, changed, failures) = MadeOptions<TOptions>.Of(
            services,
            Options.DefaultName,
            one =>
                new OptionsBinding(section, others, place, problems).Bind(
                    typeof(TOptions).GetProperties(),
                    part => Bind(part, one)
                )
        );
        place = place.With(changed);
        new OptionsBinding(section, others, place, problems).Validate(invalid => Validate(options, invalid));
        foreach (var failure in failures)
        {
            problems.Add(place.Whole, failure);
        }

        return new JournalChoice(
            $"{section.Path}:Kind {Kind}",
            (services, cancellationToken) => OpenAsync(options, services, cancellationToken),
            options
        );
    }

    internal JournalInCode InCode() => JournalInCode.Of<TOptions>($"Use{Kind}Journal()", Validate, OpenAsync);
}
