using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>Everything that the simulated Discord knows. Change it under <see cref="Gate"/> only.</summary>
public sealed class SimWorld
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private ulong _lastId;

    public SimWorld(TimeProvider time, SimulatorOptions options)
    {
        Time = time;
        Options = options;
        ApplicationId = NextId();
        Bot = new SimUser(ApplicationId, "PaperBot", Bot: true);
        Users[Bot.Id] = Bot;
    }

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; }

    public SimulatorOptions Options { get; }

    public ulong ApplicationId { get; }

    public SimUser Bot { get; }

    public Dictionary<ulong, SimUser> Users { get; } = [];

    public Dictionary<ulong, SimGuild> Guilds { get; } = [];

    public Dictionary<ulong, SimChannel> Channels { get; } = [];

    public Dictionary<ulong, SimFile> Files { get; } = [];

    public Dictionary<string, SimInteraction> Interactions { get; } = [];

    /// <summary>Registered commands; 0 stands for global ones.</summary>
    public Dictionary<ulong, List<JsonObject>> Commands { get; } = new() { [0] = [] };

    /// <summary>Where files can be fetched.</summary>
    public Uri CdnUrl { get; set; } = new("http://cdn.simulated.invalid/");

    public DateTimeOffset Now => Time.GetUtcNow();

    public ulong NextId()
    {
        var milliseconds = (ulong)Math.Max(0, (Time.GetUtcNow() - Epoch).TotalMilliseconds);
        return _lastId = Math.Max(_lastId + 1, milliseconds << 22);
    }

    public SimUser AddUser(string name, string locale = "en-US")
    {
        var user = new SimUser(NextId(), name, Locale: locale);
        Users[user.Id] = user;
        return user;
    }

    public SimGuild AddGuild(string name, SimUser owner, string locale = "en-US", Rights bot = Rights.Everyone)
    {
        var guild = new SimGuild
        {
            Id = NextId(),
            Name = name,
            OwnerId = owner.Id,
            Locale = locale,
            JoinedAt = Now,
        };
        guild.Roles.Add(
            new SimRole
            {
                Id = guild.Id,
                Name = "@everyone",
                Permissions = Rights.Everyone,
            }
        );
        var role = new SimRole
        {
            Id = NextId(),
            Name = Bot.Name,
            Permissions = bot,
            BotId = Bot.Id,
        };
        guild.Roles.Add(role);
        Join(guild, owner);
        Join(guild, Bot).Roles.Add(role.Id);
        Guilds[guild.Id] = guild;
        return guild;
    }

    public SimMember Join(SimGuild guild, SimUser user) =>
        guild.Members.TryGetValue(user.Id, out var member) ? member : guild.Members[user.Id] = new SimMember(user, Now);

    public SimChannel AddChannel(SimGuild guild, string name)
    {
        var channel = new SimChannel
        {
            Id = NextId(),
            Type = 0,
            Guild = guild,
            Name = name,
            CreatedAt = Now,
        };
        guild.Channels.Add(channel);
        return Channels[channel.Id] = channel;
    }

    public SimChannel AddThread(SimChannel parent, string name, ulong owner, int type, ulong? id = null)
    {
        var thread = new SimChannel
        {
            Id = id ?? NextId(),
            Type = type,
            Guild = parent.Guild,
            Name = name,
            Parent = parent,
            OwnerId = owner,
            CreatedAt = Now,
        };
        thread.People.Add(Users[owner]);
        parent.Guild!.Channels.Add(thread);
        return Channels[thread.Id] = thread;
    }

    /// <summary>The direct message between a person and the bot.</summary>
    public SimChannel DirectMessage(SimUser user)
    {
        var found = Channels.Values.FirstOrDefault(c => c.Type == 1 && c.People.Contains(user));
        if (found is not null)
            return found;
        var channel = new SimChannel
        {
            Id = NextId(),
            Type = 1,
            CreatedAt = Now,
        };
        channel.People.AddRange([user, Bot]);
        return Channels[channel.Id] = channel;
    }

    /// <summary>The commands that a person finds in a guild or a direct message.</summary>
    public IEnumerable<JsonObject> CommandsIn(SimChannel channel) =>
        channel.Guild is { } guild && Commands.TryGetValue(guild.Id, out var own)
            ? own.Concat(Commands[0])
            : Commands[0];

    public JsonObject ApplicationJson() =>
        new()
        {
            ["id"] = $"{ApplicationId}",
            ["name"] = Bot.Name,
            ["icon"] = null,
            ["description"] = "A simulated application.",
            ["summary"] = "",
            ["type"] = null,
            ["bot"] = Bot.ToJson(),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["flags"] = ApplicationFlags,
            ["flags_new"] = $"{ApplicationFlags}",
            ["role_connections_verification_url"] = null,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
            ["hook"] = true,
            ["storefront_available"] = false,
            ["is_monetized"] = false,
            ["is_verified"] = false,
            ["is_discoverable"] = false,
            ["internal_guild_restriction"] = 1,
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = null,
            ["approximate_guild_count"] = Guilds.Count,
            ["team"] = null,
            ["owner"] = Users.Values.FirstOrDefault(user => !user.Bot)?.ToJson(),
            ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject(), ["1"] = new JsonObject() },
        };

    /// <summary>The limited forms of the privileged intents' bits.</summary>
    private int ApplicationFlags =>
        ((Options.PrivilegedIntents & (1 << 8)) != 0 ? 1 << 13 : 0)
        | ((Options.PrivilegedIntents & (1 << 1)) != 0 ? 1 << 15 : 0)
        | ((Options.PrivilegedIntents & (1 << 15)) != 0 ? 1 << 19 : 0);
}
