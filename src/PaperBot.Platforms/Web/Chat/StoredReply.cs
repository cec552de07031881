using PaperBot.Core.Replies;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>A reply as the transcript keeps it: Markdown, so that each reader gets moments in an own zone.</summary>
internal sealed record StoredReply(IReadOnlyList<StoredCard> Cards)
{
    /// <summary>The paper on whose page more can be read; null: none.</summary>
    public string? Paper { get; init; }

    public static StoredReply Of(Reply reply) =>
        new([.. reply.Cards.Select(StoredCard.Of)]) { Paper = reply.Paper?.ToString() };

    /// <summary>The same without files, for one that is too large to be kept whole.</summary>
    public StoredReply WithoutFiles(string notice) =>
        this with
        {
            Cards =
            [
                .. Cards.Select(card => card with { Files = [] }),
                new StoredCard("files", null, null, notice, [], []),
            ],
        };
}
