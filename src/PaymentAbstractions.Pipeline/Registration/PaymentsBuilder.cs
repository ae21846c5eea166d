using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>What can be added to the payments of an application.</summary>
/// <remarks>For use while the application is configured; not thread-safe.</remarks>
public sealed class PaymentsBuilder
{
    internal PaymentsBuilder(IServiceCollection services)
    {
        Services = services;
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

    /// <summary>Keeps a journal in a folder on a local disk, for one process at a time.</summary>
    /// <param name="path">The folder; it is created when it is missing.</param>
    /// <param name="configure">Changes other options.</param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder UseFileJournal(string path, Action<FileJournalOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var options = new FileJournalOptions { Path = path };
        configure?.Invoke(options);
        return Add(FileJournalChoice.Of(options, $"{nameof(UseFileJournal)}()"));
    }

    /// <summary>Keeps no journal, explicitly: a repeat after a restart is sent again, and nothing in doubt is looked up.</summary>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder WithoutJournal() => Add(new JournalChoice($"{nameof(WithoutJournal)}()", Open: null));

    /// <summary>Keeps the journal that a function opens; it is called once, and what it opened is disposed with the application.</summary>
    /// <param name="open">Opens the journal: by the start of a host, or else at the first use.</param>
    /// <returns>The same builder.</returns>
    public PaymentsBuilder UseJournal(Func<IServiceProvider, CancellationToken, Task<IPaymentJournal>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Add(new JournalChoice($"{nameof(UseJournal)}()", open));
    }

    private PaymentsBuilder Add(JournalChoice choice)
    {
        Services.AddSingleton(choice);
        return this;
    }
}
