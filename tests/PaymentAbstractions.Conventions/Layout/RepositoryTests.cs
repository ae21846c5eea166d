namespace PaymentAbstractions.Conventions;

public sealed class RepositoryTests
{
    private static readonly string[] Folders =
    [
        ".build",
        ".ci",
        ".config",
        ".github",
        "benchmarks",
        "docs",
        "providers",
        "samples",
        "templates",
        "src",
        "tests",
    ];

    private static readonly string[] RootFiles =
    [
        ".csharpierrc.json",
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        "CHANGELOG.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "LICENSE",
        "PaymentAbstractions.sln",
        "README.md",
        "global.json",
    ];

    /// <summary>Written in two parts, so that this file contains none of them.</summary>
    private static readonly string[] MachinePaths =
    [
        "../" + "shared",
        "/work" + "/",
        "/tmp" + "/",
        "/root" + "/",
        "/home" + "/",
        "/Users" + "/",
        "C:" + "\\",
    ];

    [Fact]
    public void The_root_holds_the_named_files_and_nothing_else()
    {
        var files = Repository.Files.Where(file => !file.Contains('/', StringComparison.Ordinal)).ToList();

        Findings.None(RootFiles.Except(files).Select(file => $"{file} is missing"));
        Findings.None(files.Except(RootFiles).Select(file => $"{file} does not belong here"));
    }

    [Fact]
    public void The_root_holds_the_named_folders_and_nothing_else()
    {
        var folders = Directory
            .GetDirectories(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(folder => !Repository.IsIgnored(folder))
            .ToList();

        Assert.Contains("src", folders);
        Findings.None(folders.Except(Folders));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("PaymentAbstractions.sln");
        var listed = solution
            .Split('"')
            .Where(part => part.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => path.Replace('\\', '/'));

        Assert.True(Repository.Projects.Count > 10);
        Assert.Equal(Repository.Projects, listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_file_knows_the_machine_that_it_was_written_on()
    {
        var texts = Repository.Files.Where(file => !file.StartsWith(".ci/", StringComparison.Ordinal)).ToList();

        var found =
            from file in texts
            let text = Repository.Read(file)
            from path in MachinePaths
            where text.Contains(path, StringComparison.Ordinal)
            select $"{file} mentions {path}";

        Assert.True(texts.Count > 300);
        Findings.None(found);
    }
}
