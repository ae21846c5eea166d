namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The words of a gateway directive inside a description: <c>[sandbox code=51 avs=N decline="Do not honor"]</c>. Each provider defines
/// their meaning.
/// </summary>
internal static class DirectiveWords
{
    private const string Opening = "[sandbox ";

    /// <summary>Reads the words; empty when there is no directive, null when the directive or a quotation is not closed.</summary>
    public static IReadOnlyList<(string Name, string? Value)>? Read(string? description)
    {
        var start = description?.IndexOf(Opening, StringComparison.Ordinal) ?? -1;
        return start < 0 ? [] : Split(description.AsSpan(start + Opening.Length));
    }

    private static List<(string Name, string? Value)>? Split(ReadOnlySpan<char> text)
    {
        var words = new List<(string, string?)>();
        var quoted = false;
        var wordStart = 0;
        for (var index = 0; index < text.Length; index++)
        {
            quoted ^= text[index] == '"';
            if (quoted || text[index] is not (' ' or ']'))
            {
                continue;
            }

            if (index > wordStart)
            {
                words.Add(Word(text[wordStart..index]));
            }

            if (text[index] == ']')
            {
                return words;
            }

            wordStart = index + 1;
        }

        return null;
    }

    private static (string Name, string? Value) Word(ReadOnlySpan<char> word)
    {
        var equals = word.IndexOf('=');
        return equals < 0
            ? (word.ToString(), null)
            : (word[..equals].ToString(), word[(equals + 1)..].Trim('"').ToString());
    }
}
