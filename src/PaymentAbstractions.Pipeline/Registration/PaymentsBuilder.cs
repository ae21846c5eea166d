using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>What can be added to the payments of an application.</summary>
/// <remarks>For use while the application is configured; not thread-safe.</remarks>
public sealed class PaymentsBuilder
{
    private readonly PaymentsRegistration _registration;

    internal PaymentsBuilder(IServiceCollection services, PaymentsRegistration registration)
    {
        Services = services;
        _registration = registration;
    }

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Makes a provider known without scanning; adding one twice is harmless.</summary>
    /// <typeparam name="TProvider">The provider.</typeparam>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder AddProvider<TProvider>()
        where TProvider : PaymentProvider, new()
    {
        var provider = new TProvider();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<PaymentProvider>(provider));
        provider.ConfigureServices(Services);
        provider.AddOptions(Services);
        return this;
    }

    /// <summary>
    /// Adds a gateway in code, or completes one of that name that configuration has: what code sets is applied after the configuration.
    /// </summary>
    /// <typeparam name="TProvider">The provider of the gateway.</typeparam>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="name">The name of the gateway and of its options: 1 to 40 of <c>a-z 0-9 _ -</c>.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// The options are named options: <c>Configure</c>, <c>PostConfigure</c> and <c>Validate</c> with the gateway's name work as they do
    /// everywhere in .NET, and <see cref="IOptionsMonitor{TOptions}.Get"/> shows what the gateway uses.
    /// </para>
    /// <para>Nothing is checked here. The start of the application reports everything that is wrong at once.</para>
    /// </remarks>
    /// <example>
    /// A provider's package offers one line with its own name:
    /// <code>
    /// public static PaymentsBuilder AddAcme(this PaymentsBuilder payments, string name, Action&lt;AcmeOptions&gt; configure) =>
    ///     payments.AddGateway&lt;AcmeProvider, AcmeOptions&gt;(name, configure);
    /// </code>
    /// </example>
    public PaymentsBuilder AddGateway<
        TProvider,
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicProperties
                | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
        )]
            TOptions
    >(string name, Action<TOptions> configure)
        where TProvider : PaymentProvider<TOptions>, new()
        where TOptions : GatewayOptions, new()
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        AddProvider<TProvider>();
        Services.Configure(name, configure);
        _registration.Add(
            new CodeGateway(
                name,
                new TProvider().Name,
                typeof(TOptions),
                services => MadeOptions<TOptions>.Of(services, name, static _ => { }).Options
            )
        );
        return this;
    }

    /// <summary>Makes a kind of journal known to configuration without scanning; adding one twice is harmless.</summary>
    /// <typeparam name="TProvider">The kind of journal.</typeparam>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder AddJournalProvider<TProvider>()
        where TProvider : JournalProvider, new()
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<JournalProvider>(new TProvider()));
        return this;
    }

    /// <summary>Wraps every gateway in a decorator of yours, outside everything of ours. The first added is the outermost.</summary>
    /// <param name="decorate">Makes the decorator; derive it from <see cref="DelegatingPaymentGateway"/>.</param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder Use(Func<IServiceProvider, IPaymentGateway, IPaymentGateway> decorate)
    {
        ArgumentNullException.ThrowIfNull(decorate);
        Services.AddSingleton(new GatewayDecorator(decorate));
        return this;
    }

    /// <summary>
    /// Keeps the journal in memory: nothing survives the end of the process. After a restart a repeat is sent again, and what was in
    /// doubt is not looked up.
    /// </summary>
    /// <param name="configure">
    /// Changes options. <see cref="InMemoryJournalOptions.AllowLive"/> is required when a gateway is Live or has no environment.
    /// </param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder UseInMemoryJournal(Action<InMemoryJournalOptions>? configure = null)
    {
        if (configure is not null)
        {
            Services.Configure(configure);
        }

        return Add(
            JournalInCode.Of<InMemoryJournalOptions>(
                $"{nameof(UseInMemoryJournal)}()",
                static (options, problems) => options.Validate(problems),
                InMemoryJournalSection.OpenAsync
            )
        );
    }

    /// <summary>Keeps a journal of a package, with options in code; for the packages of journals, which offer one line with their own name.</summary>
    /// <typeparam name="TOptions">The options of the journal.</typeparam>
    /// <param name="provider">Checks the options and opens the journal, once.</param>
    /// <param name="configure">
    /// Sets options. <c>Configure</c> and <c>PostConfigure</c> of the application count as well; what is wrong is reported by the start.
    /// </param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder UseJournal<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicProperties
                | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
        )]
            TOptions
    >(JournalProvider<TOptions> provider, Action<TOptions> configure)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return Add(provider.InCode());
    }

    /// <summary>Keeps the journal that a function opens; it is called once, and what it opened is disposed with the application.</summary>
    /// <param name="open">Opens the journal: by the start of a host, or else at the first use.</param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder UseJournal(Func<IServiceProvider, CancellationToken, Task<IPaymentJournal>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var choice = new JournalChoice($"{nameof(UseJournal)}()", open);
        return Add(new JournalInCode((_, _) => choice));
    }

    private PaymentsBuilder Add(JournalInCode journal)
    {
        Services.AddSingleton(journal);
        return this;
    }
}
