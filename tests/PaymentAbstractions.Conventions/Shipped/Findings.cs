namespace PaymentAbstractions.Conventions;

internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void None(IEnumerable<string> found)
    {
        string[] lines = [.. found];
        if (lines.Length > 0)
        {
            Assert.Fail($"{lines.Length} found:\n  {string.Join("\n  ", lines)}");
        }
    }
}
