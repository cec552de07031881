using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Digests;

/// <summary>A post as it is written down, so that each attempt posts the same.</summary>
/// <param name="Markdown">The text of its first card.</param>
/// <param name="Actions">The first card's buttons.</param>
internal sealed record PostText(string Markdown, IReadOnlyList<PostAction> Actions)
{
    /// <summary>Cards after the first; null: none.</summary>
    public IReadOnlyList<PostCard>? More { get; init; }

    /// <summary>The platform's id of the group that is notified; null: nobody is.</summary>
    public string? Role { get; init; }

    /// <summary>The reply that it stands for.</summary>
    public Reply ToReply() =>
        new([
            new Card("digest") { Markdown = Markdown, Actions = [.. Actions.Select(action => action.ToAction())] },
            .. (More ?? []).Select(card => new Card(card.Key)
            {
                Title = card.Title,
                Link = card.Link is null ? null : new Uri(card.Link),
                Markdown = card.Markdown,
                Actions = [.. card.Actions.Select(action => action.ToAction())],
            }),
        ])
        {
            NotifyGroups = Role is null ? [] : [Role],
        };
}
