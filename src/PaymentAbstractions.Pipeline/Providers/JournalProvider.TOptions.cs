using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>A kind of journal with its options. Derive from this class to make a journal available to configuration.</summary>
/// <typeparam name="TOptions">A plain class. Its public settable properties are the configuration keys.</typeparam>
/// <remarks>In <see cref="Bind"/>, call the configuration binder that is generated in the journal's own assembly.</remarks>
public abstract class JournalProvider<
    [DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
    )]
        TOptions
> : JournalProvider
    where TOptions : class, new()
{
    /// <summary>Binds configuration to the options.</summary>
    /// <param name="configuration">A part of the journal's section. The method is called several times.</param>
    /// <param name="options">The options to fill.</param>
    protected abstract void Bind(IConfiguration configuration, TOptions options);

    /// <summary>Validates the options.</summary>
    /// <param name="options">The options as bound.</param>
    /// <param name="problems">The list to add problems to.</param>
    protected abstract void Validate(TOptions options, ProblemList problems);

    /// <summary>Opens the journal. Called once; the journal is disposed with the application.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="services">The services of the application.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="JournalUnavailableException">The journal cannot be opened.</exception>
    protected abstract Task<IPaymentJournal> OpenAsync(
        TOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    );

    internal sealed override JournalChoice Read(
        IConfigurationSection section,
        IReadOnlyList<string> others,
        ProblemList problems
    )
    {
        var options = new TOptions();
        var place = new OptionPlace(section, typeof(TOptions).Name, prefersCode: false);
        var binding = new OptionsBinding(section, others, place, problems);
        binding.Bind(typeof(TOptions).GetProperties(), part => Bind(part, options));
        binding.Validate(invalid => Validate(options, invalid));
        return new JournalChoice(
            $"{section.Path}:Kind {Kind}",
            (services, cancellationToken) => OpenAsync(options, services, cancellationToken),
            options
        );
    }

    internal JournalInCode InCode() => JournalInCode.Of<TOptions>($"Use{Kind}Journal()", Validate, OpenAsync);
}
