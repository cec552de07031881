using System.Text;
using System.Xml;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// Reads XML of a stranger: no DTD, so no entities; bounded in size, depth and the length of one text. What is wrong
/// ends in an <see cref="XmlException"/> or an <see cref="InvalidDataException"/>.
/// </summary>
internal static class SafeXml
{
    public const int DeepestElement = 32;
    public const int LongestText = 200_000;

    /// <summary>A reader over an answer's body.</summary>
    public static XmlReader Open(Stream body, long longest) =>
        XmlReader.Create(
            body,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = longest,
                MaxCharactersFromEntities = 1024,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = false,
            }
        );

    /// <summary>The next node; checks the depth.</summary>
    public static bool Next(XmlReader xml)
    {
        if (!xml.Read())
            return false;
        if (xml.Depth > DeepestElement)
            throw new InvalidDataException("The answer's XML is nested too deeply.");
        return true;
    }

    /// <summary>The text inside the element that the reader stands on; ends on its end tag.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            if (text.Length + xml.Value.Length > LongestText)
                throw new InvalidDataException("A text in the answer is too long.");
            text.Append(xml.Value);
        }

        return text.ToString();
    }
}
