using PaperBot.Core.Progress;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Markdown.Discord;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Registration;
using PaperBot.Platforms.Progress;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>Shows the progress of a request in the message that waits for its answer.</summary>
internal sealed class ProgressPages(
    DiscordLink link,
    DiscordPoster poster,
    ProgressWords words,
    DiscordDialect dialect,
    TimeProvider time
)
{
    private const int LongestPartial = 3_000;
    private const string Paragraph = "\n\n";

    // Discord allows about five edits of a message in five seconds.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);

    /// <summary>A sink that edits the message until it is disposed.</summary>
    public EditingProgress Of(AnswerAddress address, Locale locale) =>
        new((step, partial, token) => ShowAsync(address, Text(step, partial, locale), token), Pace, time);

    private string Text(ProgressUpdate? step, string? partial, Locale locale)
    {
        if (string.IsNullOrEmpty(partial))
            return words.Of(step, locale);
        var reader = Reader.Default with { Locale = locale };
        var text = CommandWords.Cut(dialect.Render(ParsedMarkdown.Parse(End(partial)), reader), LongestPartial);
        return step is null ? text : $"{text}\n-# {words.Of(step, locale)}";
    }

    // What is being written is at the end; what stands before it comes back with the answer.
    private static string End(string markdown)
    {
        if (markdown.Length <= LongestPartial)
            return markdown;
        var start = markdown.IndexOf(Paragraph, markdown.Length - LongestPartial, StringComparison.Ordinal);
        return "…" + (start < 0 ? markdown[^LongestPartial..] : markdown[start..]);
    }

    private async Task<bool> ShowAsync(AnswerAddress address, string text, CancellationToken cancellationToken)
    {
        var edit = new MessageEdit
        {
            Components = [new TextDisplay { Content = text.Length == 0 ? "…" : text }],
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = AllowedMentions.None,
        };
        try
        {
            await link.Client.Interactions.EditOriginalAsync(
                link.Application.Id,
                address.Token!,
                edit,
                cancellationToken: cancellationToken
            );
            return true;
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            // Progress that cannot be shown is not shown; the answer will be.
            return false;
        }
    }
}
