using System.Diagnostics;
using PaymentAbstractions.Mutations;

// Breaks the worked example in one place at a time and runs the conformance suites on it. Exit code 0: the example passes, and every
// mutation is caught; 1: a mutation is not caught; 2: a mutation no longer applies, or the example itself fails.
var only = args.FirstOrDefault();
var source = new AdapterSource();
var chosen = Mutation
    .All.Where(one => only is null || one.Name.Contains(only, StringComparison.OrdinalIgnoreCase))
    .ToList();
var watch = Stopwatch.StartNew();
try
{
    if (await SuiteRun.FirstFailureAsync(source.Load(null)) is { } wrong)
    {
        await Console.Error.WriteLineAsync(
            $"The example itself fails in {wrong.Suite}, {wrong.Fact}:\n{wrong.Message}"
        );
        return 2;
    }

    var survivors = 0;
    var unexplained = 0;
    Console.WriteLine($"The example passes all suites ({watch.Elapsed.TotalSeconds:F1} s).\n");
    Console.WriteLine($"| {"what is broken", -72} | {"caught by", -20} | fact |");
    Console.WriteLine($"|{new string('-', 74)}|{new string('-', 22)}|------|");
    foreach (var mutation in chosen)
    {
        var caught = await SuiteRun.FirstFailureAsync(source.Load(mutation));
        survivors += caught is null ? 1 : 0;
        unexplained +=
            caught is { } failure && !failure.Message.Contains("docs/write-an-adapter.md#", StringComparison.Ordinal)
                ? 1
                : 0;
        Console.WriteLine($"| {mutation.Name, -72} | {caught?.Suite ?? "NOT CAUGHT", -20} | {caught?.Fact} |");
        if (only is not null && caught is { } shown)
        {
            Console.WriteLine($"\n{shown.Message}\n");
        }
    }

    Console.WriteLine(
        $"\n{chosen.Count} mutations, {chosen.Count - survivors} caught, {survivors} not caught, "
            + $"{unexplained} without a place to read about it, {watch.Elapsed.TotalSeconds:F0} s"
    );
    return survivors + unexplained == 0 && chosen.Count > 0 ? 0 : 1;
}
catch (InvalidOperationException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
