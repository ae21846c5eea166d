namespace PaymentAbstractions.Conventions;

public sealed class PublicApiTests
{
    private const string Approved = "tests/PaymentAbstractions.Conventions/Approved/";

    public static TheoryData<string> Projects => ShippedProject.Names;

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_public_api_is_the_approved_one(string project)
    {
        var file = Approved + project + ".approved.txt";
        var received = Repository.FullPath(Approved + project + ".received.txt");
        var actual = PublicApiText.Of(ShippedProject.Named(project));

        var approved = Repository.Exists(file) ? Repository.Read(file).ReplaceLineEndings("\n") : "";

        Assert.Contains("public ", actual, StringComparison.Ordinal);
        if (approved == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail(
            $"The public API of {project} is not the approved one.\n{Difference(approved, actual)}\n"
                + "If that is meant, say so in the changelog and accept it:\n"
                + $"  mv {Approved}{project}.received.txt {file}"
        );
    }

    [Fact]
    public void No_approved_file_is_left_over()
    {
        var approved = Repository
            .Files.Where(file => file.StartsWith(Approved, StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file).Replace(".approved.txt", "", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(approved);
        Assert.Empty(approved.Except(ShippedProject.All.Select(project => project.Name)));
    }

    private static string Difference(string approved, string actual)
    {
        string[] before = approved.Split('\n');
        string[] after = actual.Split('\n');
        return string.Join(
            '\n',
            before
                .Except(after)
                .Select(line => "- " + line)
                .Concat(after.Except(before).Select(line => "+ " + line))
                .Take(40)
        );
    }
}
