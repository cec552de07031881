using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord;

/// <summary>A small inhabited guild.</summary>
/// <param name="Guild">The guild.</param>
/// <param name="Ada">Its owner, who reads English.</param>
/// <param name="Lin">A member, who reads Chinese.</param>
/// <param name="Papers">A channel.</param>
/// <param name="Talk">Another channel.</param>
public sealed record Town(SimGuild Guild, SimUser Ada, SimUser Lin, SimChannel Papers, SimChannel Talk);
