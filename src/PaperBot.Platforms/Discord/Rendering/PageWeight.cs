using System.Text;
using System.Text.Encodings.Web;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>
/// What a part of a page takes of a message, never less than it will: UTF-16 units of text, bytes of JSON with its
/// escapes, and components.
/// </summary>
internal readonly record struct PageWeight(int Length, int Bytes, int Components)
{
    private const int InRow = 5;
    private const int AroundText = 60;
    private const int AroundContainer = 80;
    private const int AroundRow = 40;
    private const int AroundButton = 100;

    // Copies refer to it by the long address that Discord has given it.
    private const int AroundFile = 260;

    /// <summary>
    /// What is left for cards when the buttons that turn and delete and a line of mentions are counted off: Discord
    /// takes 4,000 characters and 40 components, and answers 500 above about 10,170 bytes (discord-api-docs #8554).
    /// </summary>
    public static PageWeight Most { get; } = new(3_600, 9_200, 35);

    public bool Fits => Length <= Most.Length && Bytes <= Most.Bytes && Components <= Most.Components;

    public static PageWeight operator +(PageWeight a, PageWeight b) =>
        new(a.Length + b.Length, a.Bytes + b.Bytes, a.Components + b.Components);

    /// <summary>A container with its text and buttons; files are weighed apart.</summary>
    public static PageWeight Of(string text, IReadOnlyList<ActionText> actions)
    {
        var container = new PageWeight(0, AroundContainer, 1);
        var words = text.Length == 0 ? default : new PageWeight(text.Length, AroundText + Written(text), 1);
        return container + words + Of(actions);
    }

    public static PageWeight Of(IReadOnlyList<ActionText> actions)
    {
        var rows = (actions.Count + InRow - 1) / InRow;
        return new(0, (rows * AroundRow) + actions.Sum(BytesOf), rows + actions.Count);
    }

    public static PageWeight Of(IReadOnlyList<FileText> files) =>
        files.Count == 0
            ? default
            : new(
                0,
                AroundText + files.Sum(f => AroundFile + Written(f.Name) + Written(f.Description)),
                files.Count + 1
            );

    private static int BytesOf(ActionText action)
    {
        // A line that is too long for an id is replaced by a short key.
        var target = action.Link ?? action.Line!;
        var kept = action.Link is null && target.Length > 100 ? target[..100] : target;
        return AroundButton + Written(action.Label) + Written(kept);
    }

    /// <summary>Bytes of UTF-8 as the client writes JSON.</summary>
    private static int Written(string text) =>
        Encoding.UTF8.GetByteCount(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));
}
