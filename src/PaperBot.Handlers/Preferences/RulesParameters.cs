using PaperBot.Core.Commands;

namespace PaperBot.Handlers.Preferences;

/// <summary>What is laid down for a whole server.</summary>
internal static class RulesParameters
{
    public const string Channels = "channels";
    public const string Costly = "costly";
    public const string Block = "block";
    public const string Unblock = "unblock";

    /// <summary>The longest list that a preference holds, in characters: about seventy ids.</summary>
    public const int Longest = 2_000;

    public static IReadOnlyList<Parameter> All { get; } =
    [
        new Parameter(Channels) { Aliases = ["频道"], MaxLength = 2_000 },
        new Parameter(Costly) { Aliases = ["付费"], MaxLength = 2_000 },
        new Parameter(Block) { Aliases = ["屏蔽"], MaxLength = 2_000 },
        new Parameter(Unblock) { Aliases = ["取消屏蔽"], MaxLength = 2_000 },
    ];
}
