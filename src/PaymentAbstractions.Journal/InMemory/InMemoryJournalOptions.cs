using System.Globalization;

namespace PaymentAbstractions.Journal;

/// <summary>The options of an in-memory journal: how much it keeps, and for how long.</summary>
public sealed class InMemoryJournalOptions
{
    /// <summary>The minimum of <see cref="KeepClosedFor"/>: one hour, longer than any attempt can be in progress.</summary>
    public static TimeSpan MinKeepClosedFor { get; } = TimeSpan.FromHours(1);

    /// <summary>The maximum of <see cref="KeepClosedFor"/>: 366 days.</summary>
    public static TimeSpan MaxKeepClosedFor { get; } = TimeSpan.FromDays(366);

    /// <summary>
    /// How long a closed payment is kept after its last change. When its key is sent again later, it is a new payment. An authorization
    /// that is neither fully captured nor voided is kept until <see cref="JournalRules.ExpiredAuthorizationMargin"/> after its expiry.
    /// </summary>
    /// <value>The default is 24 hours; <see cref="MinKeepClosedFor"/> to <see cref="MaxKeepClosedFor"/>.</value>
    public TimeSpan KeepClosedFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The maximum number of closed payments. Beyond it, the oldest are removed before <see cref="KeepClosedFor"/> has passed. Payments
    /// that must be kept do not count.
    /// </summary>
    /// <value>The default is 100,000; at least 1.</value>
    public int MaxClosed { get; set; } = 100_000;

    /// <summary>
    /// The maximum number of payments that may be open, Pending or Unknown at the same time. Beyond it, no attempt starts.
    /// </summary>
    /// <value>The default is 10,000; at least 1.</value>
    public int MaxInDoubt { get; set; } = 10_000;

    /// <summary>
    /// Whether the journal is accepted for gateways that move real money, although it loses everything when the process ends. This is
    /// checked when the journal is selected by configuration or with <c>UseInMemoryJournal</c>, not by the journal itself, and not for a
    /// journal that <c>UseJournal</c> opens.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowLive { get; set; }

    /// <summary>Adds every problem of the options.</summary>
    /// <param name="problems">The list to which problems are added.</param>
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
