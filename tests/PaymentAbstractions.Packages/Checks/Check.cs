namespace PaymentAbstractions.Packages;

/// <summary>Checks every package, and then proves that it would detect each problem.</summary>
internal static class Check
{
    private static readonly Func<Package, Feed, IEnumerable<string>>[] Checks =
    [
        ManifestCheck.Problems,
        FileCheck.Problems,
        DocumentationCheck.Problems,
        DependencyCheck.Problems,
        PathCheck.Problems,
        LinkCheck.Problems,
    ];

    public static int Run(Feed feed)
    {
        string[] problems =
        [
            .. Repository
                .PackedProjects.Except(feed.Packages.Keys)
                .Select(name => $"{name} has no package in version {feed.Version}"),
            .. feed.Packages.Values.SelectMany(package => Problems(package, feed)),
        ];
        string[] unnoticed = problems.Length == 0 ? [.. Unnoticed(feed)] : [];
        foreach (var line in problems.Concat(unnoticed))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(
            $"{feed.Packages.Count} packages, {problems.Length} problems, {Sabotage.All.Count} ways to break one, {unnoticed.Length} not noticed"
        );
        return problems.Length + unnoticed.Length == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Unnoticed(Feed feed) =>
        from sabotage in Sabotage.All
        let broken = sabotage.Break(feed.Packages[sabotage.PackageId])
        let found = Problems(broken, feed.With(broken)).ToList()
        where !found.Exists(problem => problem.Contains(sabotage.Expected, StringComparison.Ordinal))
        select $"{sabotage.Name} is not noticed";

    private static IEnumerable<string> Problems(Package package, Feed feed) =>
        Checks.SelectMany(check => check(package, feed)).Select(problem => $"{package.Id}: {problem}");
}
