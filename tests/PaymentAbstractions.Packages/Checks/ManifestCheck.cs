using System.Buffers.Binary;

namespace PaymentAbstractions.Packages;

/// <summary>The metadata of a package.</summary>
internal static class ManifestCheck
{
    private const string Address = "https://github.com/PaymentAbstractions/PaymentAbstractions";
    private const int MaxIconLength = 10_240;

    public static IEnumerable<string> Problems(Package package, Feed feed)
    {
        var manifest = package.Manifest;
        var repository = manifest.GetRepositoryMetadata();
        (string Name, string? Actual, string Expected)[] fields =
        [
            ("id", manifest.GetId(), package.Id),
            ("version", manifest.GetVersion().ToNormalizedString(), feed.Version),
            ("authors", manifest.GetAuthors(), "PaymentAbstractions contributors"),
            ("license", manifest.GetLicenseMetadata()?.License, "MIT"),
            ("project URL", manifest.GetProjectUrl(), Address),
            ("repository URL", repository?.Url, Address),
            ("repository type", repository?.Type, "git"),
            ("release notes", manifest.GetReleaseNotes(), $"{Address}/blob/v{feed.Version}/CHANGELOG.md"),
            ("README", manifest.GetReadme(), "README.md"),
            ("icon", manifest.GetIcon(), "icon.png"),
        ];
        foreach (var (name, actual, expected) in fields.Where(field => field.Actual != field.Expected))
        {
            yield return $"{name} is '{actual}' and must be '{expected}'";
        }

        if (repository?.Commit is not { Length: 40 })
        {
            yield return "the commit is missing";
        }

        if (manifest.GetDescription() is not { Length: > 30 } description || description[^1] != '.')
        {
            yield return "the description is not a sentence";
        }

        if (string.IsNullOrEmpty(manifest.GetTags()) || string.IsNullOrEmpty(manifest.GetCopyright()))
        {
            yield return "tags or copyright are missing";
        }

        if (!IsIcon(package.Files.GetValueOrDefault("icon.png", [])))
        {
            yield return $"icon.png is not a PNG of 128 by 128 pixels and at most {MaxIconLength} bytes";
        }
    }

    // The header of a PNG has the width at offset 16 and the height at offset 20.
    private static bool IsIcon(byte[] file) =>
        file.Length is > 24 and <= MaxIconLength
        && file.AsSpan(1, 3).SequenceEqual("PNG"u8)
        && BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)) == 128
        && BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)) == 128;
}
