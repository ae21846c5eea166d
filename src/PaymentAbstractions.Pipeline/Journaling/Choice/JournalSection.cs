using System.Text;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reads <c>Payments:Journal</c>. <c>"Journal": "None"</c> is short for <c>"Journal": { "Kind": "None" }</c>.</summary>
internal static class JournalSection
{
    public const string Key = "Journal";

    private const string KindKey = "Kind";
    private const string MethodKeyKey = "MethodKey";
    private const int FewestKeyCharacters = 32;

    public static JournalSettings Read(IConfigurationSection payments, ProblemList problems)
    {
        var section = payments.GetSection(Key);
        var reader = new SectionReader(section, problems);
        var usual = new JournalSettings();
        var kind = reader.Text(KindKey) ?? (section.Value is { Length: > 0 } value ? value : null);
        var settings = new JournalSettings
        {
            SendWithin = reader.Time(
                nameof(usual.SendWithin),
                usual.SendWithin,
                TimeSpan.FromSeconds(5),
                TimeSpan.FromMinutes(15)
            ),
            DrainTimeout = reader.Time(
                nameof(usual.DrainTimeout),
                usual.DrainTimeout,
                TimeSpan.Zero,
                TimeSpan.FromMinutes(15)
            ),
            Fingerprint = new MethodFingerprint(ReadKey(reader)),
            Choice = ReadChoice(kind, reader),
        };
        reader.RefuseOthers();
        return settings;
    }

    private static byte[]? ReadKey(SectionReader reader)
    {
        if (reader.Text(MethodKeyKey) is not { } text)
        {
            return null;
        }

        if (text.Length >= FewestKeyCharacters)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        reader.Problem(MethodKeyKey, $"must have at least {FewestKeyCharacters} characters; make it random.");
        return null;
    }

    private static JournalChoice? ReadChoice(string? kind, SectionReader reader)
    {
        switch (kind?.ToUpperInvariant())
        {
            case null:
                return null;
            case "NONE":
                return new JournalChoice("Journal:Kind None", Open: null);
            case "FILE":
                return FileJournalSection.Read(reader);
            default:
                // A choice all the same, so that it is not reported as missing too.
                reader.Problem(KindKey, "must be File or None; other journals are chosen in code.");
                return new JournalChoice($"{Key}:{KindKey}", Open: null);
        }
    }
}
