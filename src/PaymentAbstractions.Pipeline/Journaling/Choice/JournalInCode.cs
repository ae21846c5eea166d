using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>A journal chosen in code. Startup creates its options and validates them with everything else.</summary>
/// <param name="Make">Makes the choice and adds problems with the options.</param>
internal sealed record JournalInCode(Func<IServiceProvider, ProblemList, JournalChoice> Make)
{
    public static JournalInCode Of<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicProperties
                | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
        )]
            TOptions
    >(
        string madeBy,
        Action<TOptions, ProblemList> validate,
        Func<TOptions, IServiceProvider, CancellationToken, Task<IPaymentJournal>> open
    )
        where TOptions : class =>
        new(
            (services, problems) =>
            {
                var made = MadeOptions<TOptions>.Of(services, Options.DefaultName, static _ => { });
                var wrong = new ProblemList();
                validate(made.Options, wrong);
                foreach (var problem in wrong.Problems)
                {
                    problems.Add($"{typeof(TOptions).Name}.{problem.Field}", problem.Message);
                }

                foreach (var failure in made.Failures)
                {
                    problems.Add(typeof(TOptions).Name, failure);
                }

                return new JournalChoice(madeBy, (all, end) => open(made.Options, all, end), made.Options);
            }
        );
}
