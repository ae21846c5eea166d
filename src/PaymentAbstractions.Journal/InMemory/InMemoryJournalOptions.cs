using System.Globalization;

namespace PaymentAbstractions.Journal;

/// <summary>How much a journal in memory keeps, and for how long.</summary>
public sealed class InMemoryJournalOptions
{
    /// <summary>
    /// The least that <see cref="KeepClosedFor"/> may be: one hour, longer than any attempt may still be under way.
    /// </summary>
    public static TimeSpan MinKeepClosedFor { get; } = TimeSpan.FromHours(1);

    /// <summary>The most that <see cref="KeepClosedFor"/> may be: 366 days.</summary>
    public static TimeSpan MaxKeepClosedFor { get; } = TimeSpan.FromDays(366);

    /// <summary>
    /// How long a closed payment is kept since its last change. Sent again later, its key is a new payment. An authorization that is
    /// neither captured whole nor voided is kept until it has lapsed for <see cref="JournalRules.ExpiredAuthorizationMargin"/>.
    /// </summary>
    /// <value>The default is 24 hours; <see cref="MinKeepClosedFor"/> to <see cref="MaxKeepClosedFor"/>.</value>
    public TimeSpan KeepClosedFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The most closed payments that are kept; beyond it the oldest are forgotten before <see cref="KeepClosedFor"/> has passed. What
    /// must not be forgotten does not count.
    /// </summary>
    /// <value>The default is 100,000; at least 1.</value>
    public int MaxClosed { get; set; } = 100_000;

    /// <summary>The most payments that may be open, Pending or Unknown at a time. Beyond it no attempt begins.</summary>
    /// <value>The default is 10,000; at least 1.</value>
    public int MaxInDoubt { get; set; } = 10_000;

    /// <summary>
    /// Whether the journal is accepted for gateways that move real money, although it forgets everything when the process ends.
    /// Checked where the journal is chosen by configuration or <c>UseInMemoryJournal</c>, not by the journal itself: not for one that
    /// <c>UseJournal</c> opens.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowLive { get; set; }

    /// <summary>Adds every problem with the options.</summary>
    /// <param name="problems">Where to add them.</param>
    public void Validate(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (KeepClosedFor < MinKeepClosedFor || KeepClosedFor > MaxKeepClosedFor)
        {
            problems.Add(
                nameof(KeepClosedFor),
                $"is {KeepClosedFor}, and must be {MinKeepClosedFor} to {MaxKeepClosedFor}."
            );
        }

        AtLeastOne(problems, nameof(MaxClosed), MaxClosed);
        AtLeastOne(problems, nameof(MaxInDoubt), MaxInDoubt);
    }

    internal InMemoryJournalOptions Copy() => (InMemoryJournalOptions)MemberwiseClone();

    private static void AtLeastOne(ProblemList problems, string option, int value)
    {
        if (value < 1)
        {
            problems.Add(option, string.Create(CultureInfo.InvariantCulture, $"is {value}, and must be at least 1."));
        }
    }
}
