using System.Globalization;

namespace PaymentAbstractions.Chaos;

/// <summary>The options of a run.</summary>
internal sealed record ChaosOptions
{
    public const string Usage = """
        PaymentAbstractions.Chaos [options]

          --journal J           the journal to prove: sqlite (default); postgres, whose server is killed and cut too; or memory,
                                which no kill may hit
          --workers W           how many processes share it, 1 to 4 (default 1)
          --payments N          orders for each profile (default 300)
          --kills K             kill -9 of the worker for each profile (default 10)
          --seed S              the plan of orders, faults and kills (default: a random one, printed)
          --profile P           only the profile of this name, at either provider (default: every one)
          --skip N              leave the first N runs out, to go on with a long one that was ended
          --callers C           concurrent callers (default 16)
          --faults F            the share of writes that meet a fault, 0 to 1 (default 0.12)
          --clock K             between two lives: jumps (default), so that what a dead worker left is due at once, or steady
          --sabotage S          take a guarantee away and see the checks fail: in-memory-journal, lost-volume,
                                timeout-is-failure, timeout-is-success, no-guards
          --verbose             print every finding and what the children say
        """;

    public string Journal { get; private init; } = "sqlite";

    public int Workers { get; private init; } = 1;

    public int Payments { get; private init; } = 300;

    public int Kills { get; private init; } = 10;

    public int Seed { get; private init; } = Random.Shared.Next(1, 1_000_000);

    public string? Profile { get; private init; }

    public int Skip { get; private init; }

    public int Callers { get; private init; } = 16;

    public double Faults { get; private init; } = 0.12;

    /// <summary>Whether the clocks jump between two lives of the worker.</summary>
    public bool Jumps { get; private init; } = true;

    public Sabotage Sabotage { get; private init; }

    public bool Verbose { get; private init; }

    /// <returns>The options, or a description of the problem.</returns>
    public static (ChaosOptions? Options, string? Problem) Parse(IReadOnlyList<string> words)
    {
        var options = new ChaosOptions();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--verbose")
            {
                options = options with { Verbose = true };
                continue;
            }

            if (i + 1 == words.Count)
            {
                return (null, $"'{words[i]}' needs a value.");
            }

            if (options.With(words[i], words[++i]) is not { } next)
            {
                return (null, $"'{words[i - 1]} {words[i]}' makes no sense.");
            }

            options = next;
        }

        if (options is { Journal: "memory" } and not { Kills: 0, Workers: 1 })
        {
            return (null, "A journal in memory ends with its process: it needs --kills 0 and one worker.");
        }

        if (options is { Journal: "postgres", Sabotage: Sabotage.LostVolume })
        {
            return (null, "The volume of a server is not lost here: lost-volume needs --journal sqlite.");
        }

        return options.Profile is { } profile && ProfilePair.Named(profile) is null
            ? (null, $"There is no profile '{profile}'. Known names: {string.Join(", ", ProfilePair.Names)}.")
            : (options, null);
    }

    private ChaosOptions? With(string name, string value) =>
        name switch
        {
            "--journal" when value is "sqlite" or "postgres" or "memory" => this with { Journal = value },
            "--workers" when Whole(value, 1, 4) is { } workers => this with { Workers = workers },
            "--payments" when Whole(value, 1, 99_999) is { } payments => this with { Payments = payments },
            "--kills" when Whole(value, 0, 1000) is { } kills => this with { Kills = kills },
            "--seed" when Whole(value, 0, int.MaxValue) is { } seed => this with { Seed = seed },
            "--callers" when Whole(value, 1, 256) is { } callers => this with { Callers = callers },
            "--faults"
                when double.TryParse(value, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 =>
                this with
                {
                    Faults = share,
                },
            "--clock" when value is "jumps" or "steady" => this with { Jumps = value == "jumps" },
            "--skip" when Whole(value, 0, 1000) is { } skip => this with { Skip = skip },
            "--profile" => this with { Profile = value },
            "--sabotage" when SabotageNames.Parse(value) is { } sabotage => this with { Sabotage = sabotage },
            _ => null,
        };

    private static int? Whole(string value, int least, int most) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;
}
