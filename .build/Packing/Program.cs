using Packing;

switch (args)
{
    case ["documentation", var assembly, var documentation, var output, var references]:
        PublicDocumentation.Write(assembly, documentation, output, File.ReadAllLines(references));
        return 0;
    case ["page", var page, var output, var root, var address]:
        PackedPage.Write(page, output, root, new Uri(address));
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            Usage: Packing documentation ASSEMBLY XML OUTPUT REFERENCES   keeps the documentation of public members
                   Packing page MARKDOWN OUTPUT ROOT ADDRESS              makes relative links absolute
            """
        );
        return 2;
}
