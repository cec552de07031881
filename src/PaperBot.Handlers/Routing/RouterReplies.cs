using System.Globalization;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Limits;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Routing;

/// <summary>What the router itself says.</summary>
internal static class RouterReplies
{
    private const string CodeCharacters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>One line about the request that runs already.</summary>
    public static Reply Joined(ITexts texts, Locale locale, Run first)
    {
        var text = first.Queued switch
        {
            { ExpectedWait: { } wait } queued => texts.Get(
                locale,
                "joined.wait",
                ("position", queued.Position),
                ("wait", wait)
            ),
            { } queued => texts.Get(locale, "joined.position", ("position", queued.Position)),
            null => texts.Get(locale, "joined"),
        };
        return Reply.Of(text) with { Visibility = Visibility.Private };
    }

    /// <summary>Too much; in full the first time, in short after that.</summary>
    public static Error Limited(Refusal refusal) =>
        Errors.Throttled(
            refusal switch
            {
                { IsRepeated: true } => "limit.again",
                { OfPlace: true } => "limit.place",
                _ => "limit.person",
            },
            refusal.RoomAt
        );

    /// <summary>A mistake of ours, with a code by which the log is found.</summary>
    public static Error Internal(string code) => Errors.Internal("internal", ("code", code));

    /// <summary>Six letters that tell this failure from others.</summary>
    public static string CodeOf(RequestId id, DateTimeOffset at)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in string.Create(CultureInfo.InvariantCulture, $"{id}@{at.UtcTicks}"))
            hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 29;
        return string.Create(
            6,
            hash,
            static (code, bits) =>
            {
                for (var i = 0; i < code.Length; i++)
                    code[i] = CodeCharacters[(int)((bits >> (5 * i + 8)) & 31)];
            }
        );
    }
}
