using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Turning the pages of a list in place.</summary>
internal static class PageActions
{
    public static IReadOnlyList<ReplyAction> Of(
        int page,
        int pages,
        Func<int, string> line,
        ITexts texts,
        Locale locale
    )
    {
        var actions = new List<ReplyAction>();
        if (page < pages)
            Add("list.next", page + 1);
        if (page > 1)
            Add("list.previous", page - 1);
        return actions;
        void Add(string key, int to) =>
            actions.Add(
                ReplyAction.Run(
                    texts.Get(locale, key, ("page", to), ("pages", pages)),
                    line(to),
                    ActionEffect.ReplaceInPlace
                )
            );
    }
}
