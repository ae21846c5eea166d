using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Conventions;

public sealed class KnownPackageTests
{
    private static readonly Type[] Journals =
    [
        .. ShippedProject
            .All.SelectMany(project => project.Assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(JournalProvider)) && !type.IsAbstract),
    ];

    [Fact]
    public async Task Every_kind_of_journal_is_known_to_the_message_that_names_its_package()
    {
        Assert.True(Journals.Length >= 2);
        foreach (var type in Journals)
        {
            var kind = ((JournalProvider)Activator.CreateInstance(type)!).Kind;
            var settings = new ConfigurationBuilder()
                .AddInMemoryCollection([new("Payments:Journal:Kind", kind)])
                .Build();
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddPayments(settings.GetSection("Payments"), _ => { });
            await using var provider = services.BuildServiceProvider();
            var journal = provider.GetRequiredService<IPaymentJournal>();

            var problem = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
                journal.CountAsync(cancellationToken: TestContext.Current.CancellationToken)
            );

            Assert.Contains(
                $"package {type.Assembly.GetName().Name}. Reference it",
                problem.Message,
                StringComparison.Ordinal
            );
        }
    }
}
