namespace PaymentAbstractions.Tests;

internal static class TokenTexts
{
    public static TheoryData<string?> Malformed(int maxLength) =>
        [
            (string?)null,
            "",
            " ",
            "a b",
            " a",
            "a ",
            "a\n",
            "a\0",
            "a\u007f",
            "ä",
            "１",
            "😀",
            new string('k', maxLength + 1),
        ];
}
