using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Reads and writes the XML of callbacks: one element with flat fields. No DTD, so no entities; bounded in size, depth and
/// fields. What is deeper than a field (a picture's list, say) is passed over.
/// </summary>
internal static class CallbackXml
{
    /// <summary>The longest body, in bytes as well as in characters.</summary>
    public const int LongestBody = 64 * 1024;

    public const int MostFields = 64;
    public const int DeepestElement = 16;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestBody,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The fields of the document; false when it is not of that form.</summary>
    public static bool TryRead(string xml, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? fields)
    {
        fields = null;
        if (xml.Length is 0 or > LongestBody)
            return false;
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            string? field = null;
            while (reader.Read())
            {
                if (reader.Depth > DeepestElement)
                    return false;
                if (reader is { NodeType: XmlNodeType.Element, Depth: 0 } && reader.LocalName != "xml")
                    return false;
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                {
                    if (read.Count == MostFields || !read.TryAdd(reader.LocalName, ""))
                        return false;
                    field = reader.IsEmptyElement ? null : reader.LocalName;
                }
                else if (reader is { NodeType: XmlNodeType.EndElement, Depth: 1 })
                    field = null;
                else if (field is not null && reader.Depth == 2 && IsText(reader.NodeType))
                    read[field] += reader.Value;
            }
        }
        catch (XmlException)
        {
            return false;
        }
        fields = read;
        return read.Count > 0;
    }

    /// <summary>The message in the fields; false when sender, receiver, time or kind are missing.</summary>
    public static bool TryRead(
        IReadOnlyDictionary<string, string> fields,
        [NotNullWhen(true)] out OfficialMessage? message
    )
    {
        message = null;
        if (
            Value("ToUserName") is not { } account
            || Value("FromUserName") is not { } person
            || Value("MsgType") is not { } kind
            || !long.TryParse(Value("CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
            return false;
        message = new OfficialMessage(account, person, DateTimeOffset.FromUnixTimeSeconds(seconds), kind)
        {
            MessageId = long.TryParse(Value("MsgId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null,
            Content = Value("Content"),
            Url = Value("Url"),
            Title = Value("Title"),
            Event = Value("Event"),
            EventKey = Value("EventKey"),
        };
        return message.MessageId is not null || message.Event is not null;

        string? Value(string name) => fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
    }

    /// <summary>A text as the answer to a push.</summary>
    public static string WriteText(OfficialMessage to, string text, DateTimeOffset now) =>
        "<xml>"
        + Field("ToUserName", to.OpenId)
        + Field("FromUserName", to.Account)
        + Number("CreateTime", now.ToUnixTimeSeconds())
        + Field("MsgType", "text")
        + Field("Content", text)
        + "</xml>";

    /// <summary>The envelope of an encrypted answer.</summary>
    public static string WriteEnvelope(string encrypted, string signature, string timestamp, string nonce) =>
        "<xml>"
        + Field("Encrypt", encrypted)
        + Field("MsgSignature", signature)
        + Field("TimeStamp", timestamp)
        + Field("Nonce", nonce)
        + "</xml>";

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private static string Field(string name, string value)
    {
        var safe = Legal(value).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal);
        return $"<{name}><![CDATA[{safe}]]></{name}>";
    }

    private static string Number(string name, long value) => FormattableString.Invariant($"<{name}>{value}</{name}>");

    /// <summary>Without what XML cannot carry: control characters and halves of characters.</summary>
    private static string Legal(string value) =>
        string.Concat(
            value
                .EnumerateRunes()
                .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                .Select(rune => rune.ToString())
        );
}
