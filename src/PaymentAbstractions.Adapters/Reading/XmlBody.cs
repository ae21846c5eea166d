using System.Xml;
using System.Xml.Linq;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>Reads answers that are XML documents. Document type declarations are refused, so that nothing is expanded or fetched.</summary>
/// <remarks>The transport limits the size (4 MiB). This type is thread-safe.</remarks>
public static class XmlBody
{
    private const int MaxLevels = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads the document in the body of an answer, regardless of the content type.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="root">The local name of the root element that the provider documents.</param>
    /// <returns>
    /// The root element; <see langword="null"/> when the body is not well-formed XML, declares a document type, has elements nested more
    /// than 64 levels deep, or has another root element, such as an HTML page.
    /// </returns>
    public static XElement? Read(TransportAnswer answer, string root)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(root);
        try
        {
            var body = answer.Body.ToArray();
            if (IsTooDeep(body))
            {
                return null;
            }

            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            return XElement.Load(reader) is { } element && element.Name.LocalName == root ? element : null;
        }
        catch (XmlException)
        {
            // The exception may quote the body, so it is neither kept nor used as an inner exception.
            return null;
        }
    }

    /// <summary>Gets the text of a child element that appears once and contains only text.</summary>
    /// <param name="element">The parent; may be <see langword="null"/>.</param>
    /// <param name="name">The local name of the child.</param>
    /// <returns>
    /// The trimmed text; <see langword="null"/> when the child is missing, empty or repeated, or contains other elements.
    /// </returns>
    public static string? Text(this XElement? element, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = element?.Elements().Where(child => child.Name.LocalName == name).Take(2).ToList();
        return found is [{ HasElements: false } only] && only.Value.Trim() is { Length: > 0 } text ? text : null;
    }

    // The time to load a tree grows with the square of its depth.
    private static bool IsTooDeep(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxLevels)
            {
                return true;
            }
        }

        return false;
    }
}
