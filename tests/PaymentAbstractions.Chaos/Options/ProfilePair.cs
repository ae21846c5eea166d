using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>One profile of each provider. Both are emulated in one run and reported separately.</summary>
internal sealed record ProfilePair(RebillySandboxProfile Rebilly, VirtualTerminalSandboxProfile Terminal)
{
    /// <summary>All pairs: every profile of both providers occurs at least once, and the pessimistic ones are paired.</summary>
    public static IReadOnlyList<ProfilePair> All { get; } = [.. Pairs()];

    public static IEnumerable<string> Names =>
        RebillySandboxProfile
            .All.Select(profile => profile.Name)
            .Concat(VirtualTerminalSandboxProfile.All.Select(profile => profile.Name))
            .Distinct(StringComparer.Ordinal);

    /// <returns>The pair with the profile; the other provider gets the profile of the same name, or its documented one.</returns>
    public static ProfilePair? Named(string name)
    {
        var rebilly = RebillySandboxProfile.All.FirstOrDefault(profile => Is(profile.Name, name));
        var terminal = VirtualTerminalSandboxProfile.All.FirstOrDefault(profile => Is(profile.Name, name));
        return rebilly is null && terminal is null
            ? null
            : new ProfilePair(
                rebilly ?? RebillySandboxProfile.Documented,
                terminal ?? VirtualTerminalSandboxProfile.Documented
            );
    }

    private static IEnumerable<ProfilePair> Pairs()
    {
        var rebilly = RebillySandboxProfile.All;
        var terminal = VirtualTerminalSandboxProfile.All;
        for (var i = 0; i < terminal.Count - 1; i++)
        {
            yield return new ProfilePair(rebilly[i % (rebilly.Count - 1)], terminal[i]);
        }

        yield return new ProfilePair(rebilly[^1], terminal[^1]);
    }

    private static bool Is(string profile, string name) =>
        string.Equals(profile, name, StringComparison.OrdinalIgnoreCase);
}
