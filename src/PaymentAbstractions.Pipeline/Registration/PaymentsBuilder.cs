using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Configures the payments of an application.</summary>
/// <remarks>Use it while the application is being configured. Not thread-safe.</remarks>
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

    /// <summary>Registers a provider without scanning. A second call is harmless.</summary>
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
    /// Adds a gateway in code, or completes a configured gateway of the same name. Code is applied after configuration.
    /// </summary>
    /// <typeparam name="TProvider">The provider of the gateway.</typeparam>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="name">The name of the gateway and of its options: 1 to 40 characters of <c>a-z 0-9 _ -</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// The options are named options: <c>Configure</c>, <c>PostConfigure</c> and <c>Validate</c> with the gateway's name work as usual in
    /// .NET, and <see cref="IOptionsMonitor{TOptions}.Get"/> returns the options that the gateway uses.
    /// </para>
    /// <para>This method validates nothing. Startup reports all problems at once.</para>
    /// </remarks>
    /// <example>
    /// A provider's package offers an extension method with its own name:
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

    /// <summary>Registers a kind of journal for configuration without scanning. A second call is harmless.</summary>
    /// <typeparam name="TProvider">The kind of journal.</typeparam>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder AddJournalProvider<TProvider>()
        where TProvider : JournalProvider, new()
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<JournalProvider>(new TProvider()));
        return this;
    }

    /// <summary>Wraps every gateway in your decorator, outside the pipeline. The first decorator is the outermost.</summary>
    /// <param name="decorate">Creates the decorator. Derive it from <see cref="DelegatingPaymentGateway"/>.</param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder Use(Func<IServiceProvider, IPaymentGateway, IPaymentGateway> decorate)
    {
        ArgumentNullException.ThrowIfNull(decorate);
        Services.AddSingleton(new GatewayDecorator(decorate));
        return this;
    }

    /// <summary>
    /// Keeps the journal in memory. It is lost when the process ends: after a restart, a repeated call is sent again, and unresolved
    /// payments are not looked up.
    /// </summary>
    /// <param name="configure">
    /// Changes the options. <see cref="InMemoryJournalOptions.AllowLive"/> is required when a gateway is Live or has no environment.
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

    /// <summary>
    /// Uses the journal of a package, with options in code. Journal packages wrap this in an extension method of their own.
    /// </summary>
    /// <typeparam name="TOptions">The options of the journal.</typeparam>
    /// <param name="provider">Validates the options and opens the journal, once.</param>
    /// <param name="configure">
    /// Sets the options. <c>Configure</c> and <c>PostConfigure</c> of the application also apply. Startup reports all problems.
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

    /// <summary>Uses the journal that a function opens. It is called once; the journal is disposed with the application.</summary>
    /// <param name="open">Opens the journal: when a host starts, or otherwise at the first use.</param>
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
