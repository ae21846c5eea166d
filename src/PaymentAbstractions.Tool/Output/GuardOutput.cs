using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>The queue of a guard: which payment holds it, which payments wait, and until when.</summary>
internal sealed record GuardOutput(string Name, IReadOnlyList<GuardPlaceOutput> Places)
{
    public static GuardOutput Of(string name, IReadOnlyList<JournalTicket> line, DateTimeOffset now)
    {
        var standing = line.Where(ticket => ticket.Until > now).ToList();
        return new(
            name,
            [
                .. standing.Select(
                    (ticket, index) =>
                        new GuardPlaceOutput(
                            ticket.Key.Key.Value,
                            ticket.Key.Environment.ToString(),
                            standing.Take(index).All(earlier => earlier.IsShared && ticket.IsShared),
                            ticket.IsShared,
                            ticket.Until.UtcDateTime
                        )
                ),
            ]
        );
    }

    public override string ToString() =>
        Places.Count == 0
            ? $"{Name}: free"
            : $"{Name}: {string.Join("; ", Places.Select(place => $"{(place.Holds ? "held by" : "waits:")} {place.Environment} {place.Key} until {Report.Text(place.Until)}"))}";
}
