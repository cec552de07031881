using System.Text;
using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Simulator;

/// <summary>The client and the simulator over loopback, with compression and real sockets.</summary>
public sealed class WholeFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly ApplicationCommand Paper = new()
    {
        Name = "paper",
        Description = "Looks a paper up",
        NameLocalizations = new Dictionary<string, string> { ["zh-CN"] = "论文" },
        IntegrationTypes = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
        Contexts = [InteractionContextType.Guild, InteractionContextType.BotDm],
        Options =
        [
            new CommandOption
            {
                Type = ApplicationCommandOptionType.String,
                Name = "id",
                Description = "Which",
                Required = true,
                Autocomplete = true,
            },
        ],
    };

    [Fact]
    public async Task A_command_is_deferred_edited_and_followed_up_with_a_file()
    {
        await using var bot = await Bot.StartAsync(
            async (bot, interaction) =>
            {
                var (app, token) = (interaction.ApplicationId, interaction.Token);
                await bot.Client.Interactions.RespondAsync(interaction, InteractionResponse.Defer());
                await bot.Client.Interactions.EditOriginalAsync(
                    app,
                    token,
                    new MessageEdit
                    {
                        AllowedMentions = AllowedMentions.None,
                        Embeds =
                        [
                            new Embed
                            {
                                Title = "Attention",
                                Description = "注意力",
                                Color = 0x5865f2,
                            },
                        ],
                        Components =
                        [
                            Row(
                                new Button
                                {
                                    Style = ButtonStyle.Primary,
                                    Label = "FAQ",
                                    CustomId = "faq",
                                }
                            ),
                        ],
                    }
                );
                await bot.Client.Interactions.FollowUpAsync(
                    app,
                    token,
                    new InteractionMessage { Content = "BibTeX", Flags = MessageFlags.Ephemeral },
                    [new DiscordFile("注意力.bib", Encoding.UTF8.GetBytes("@article{}"), "引用")]
                );
            }
        );
        await bot.Client.Applications.OverwriteCommandsAsync(AppId(bot), [Paper], Token);

        var ran = bot.Simulator.People.Run(bot.Town.Lin, bot.Town.Papers, "paper", ("id", "1706.03762"));
        await bot.AnsweredAsync();

        ran.Original!.Embeds.Single()["title"]!.ToString().ShouldBe("Attention");
        ran.Original.IsLoading.ShouldBeFalse();
        ran.FollowUps.Single().EphemeralFor.ShouldBe(bot.Town.Lin.Id);
        bot.Simulator.World.Files.Values.Single().Name.ShouldBe("注意力.bib");
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Autocomplete_form_button_and_menu_are_answered()
    {
        await using var bot = await Bot.StartAsync(
            async (bot, interaction) =>
            {
                var response = interaction switch
                {
                    { Type: InteractionType.ApplicationCommandAutocomplete } => InteractionResponse.Choices(
                        CommandChoice.Of("Attention", interaction.Data!.Options![0].Text + "!")
                    ),
                    { Type: InteractionType.ApplicationCommand } => InteractionResponse.Form(Question),
                    { Type: InteractionType.ModalSubmit } => InteractionResponse.Reply(
                        new InteractionMessage { Content = Answer(interaction), Components = [Row(Button), Row(Menu)] }
                    ),
                    { Data.ComponentType: ComponentType.Button } => InteractionResponse.Update(
                        new InteractionMessage { Content = "pressed" }
                    ),
                    _ => InteractionResponse.Update(
                        new InteractionMessage { Content = interaction.Data!.Values![0], Components = [] }
                    ),
                };
                await bot.Client.Interactions.RespondAsync(interaction, response);
            }
        );
        await bot.Client.Applications.OverwriteCommandsAsync(AppId(bot), [Paper], Token);
        var (people, ada, papers) = (bot.Simulator.People, bot.Town.Ada, bot.Town.Papers);

        var typed = await people.Type(ada, papers, "paper", "id", ("id", "att")).Answered.WaitAsync(Token);
        typed.Choices.Single()["value"]!.ToString().ShouldBe("att!");
        var opened = await people.Run(ada, papers, "paper", ("id", "x")).Answered.WaitAsync(Token);
        var sent = await people.Submit(opened, ("question", "为什么？")).Answered.WaitAsync(Token);
        sent.Original!.Content.ShouldBe("为什么？");
        await people.Press(ada, sent.Original, "more").Answered.WaitAsync(Token);
        sent.Original.Content.ShouldBe("pressed");
        await people.Press(ada, sent.Original, "lang", "zh").Answered.WaitAsync(Token);

        sent.Original.Content.ShouldBe("zh");
        sent.Original.Components.ShouldBeEmpty();
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_threads_and_reads_work_without_a_violation()
    {
        await using var bot = await Bot.StartAsync();
        var channel = new Snowflake(bot.Town.Papers.Id);
        var create = new MessageCreate
        {
            Content = "Hello <@1>",
            Nonce = "delivery-1",
            EnforceNonce = true,
            AllowedMentions = AllowedMentions.Only(new Snowflake(bot.Town.Ada.Id)),
        };

        var first = await bot.Client.Messages.CreateAsync(channel, create, cancellationToken: Token);
        var again = await bot.Client.Messages.CreateAsync(channel, create, cancellationToken: Token);
        again.Id.ShouldBe(first.Id);
        var thread = await bot.Client.Channels.StartThreadAsync(
            channel,
            first.Id,
            new ThreadCreate { Name = "讨论" },
            Token
        );
        var container = new Container
        {
            AccentColor = 0x5865f2,
            Components = [new TextDisplay { Content = "# 标题" }, new Separator(), Row(Button)],
        };
        var v2 = new MessageCreate { Flags = MessageFlags.IsComponentsV2, Components = [container] };
        var inside = await bot.Client.Messages.CreateAsync(thread.Id, v2, cancellationToken: Token);
        await bot.Client.Messages.ReactAsync(thread.Id, inside.Id, "👍", Token);
        var read = await bot.Client.Messages.ListAsync(thread.Id, new(Limit: 10), Token);
        read.Single().Components!.Single().ShouldBeOfType<Container>().Components.Count.ShouldBe(3);
        await bot.Client.Messages.DeleteAsync(thread.Id, inside.Id, Token);
        await bot.Client.Channels.EditAsync(thread.Id, new ChannelEdit { Archived = true }, Token);
        var direct = await bot.Client.Channels.OpenDirectMessageAsync(new Snowflake(bot.Town.Lin.Id), Token);
        await bot.Client.Channels.TypingAsync(direct.Id, Token);

        (await bot.Client.Guilds.GetAsync(new Snowflake(bot.Town.Guild.Id), Token)).Name.ShouldBe("Reading Circle");
        (await bot.Client.Guilds.ListChannelsAsync(new Snowflake(bot.Town.Guild.Id), Token)).Count.ShouldBe(2);
        (await bot.Client.Applications.GetMeAsync(Token)).Id.ShouldBe(AppId(bot));
        (await bot.Client.Users.ListGuildsAsync(Token)).Count.ShouldBe(1);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bots_own_rights_are_worked_out_as_discord_does()
    {
        await using var bot = await Bot.StartAsync();
        var (guildId, me) = (new Snowflake(bot.Town.Guild.Id), AppId(bot));
        var everyone = bot.Town.Guild.Id;
        const PaperBot.Testing.Discord.World.Rights denied = PaperBot.Testing.Discord.World.Rights.AttachFiles;
        lock (bot.Simulator.World.Gate)
            bot.Town.Talk.Overwrites[everyone] = (0, default, denied);

        var guild = await bot.Client.Guilds.GetAsync(guildId, Token);
        var member = await bot.Client.Guilds.GetMemberAsync(guildId, me, Token);
        var channels = await bot.Client.Guilds.ListChannelsAsync(guildId, Token);
        var inGuild = PermissionRules.InGuild(guild, guild.Roles!, me, member.Roles!.ToArray());

        foreach (var channel in channels)
        {
            var expected = bot.Simulator.World.Channels[channel.Id.Value].RightsOf(me.Value);
            ((ulong)PermissionRules.InChannel(inGuild, guildId, channel, me, member.Roles!.ToArray())).ShouldBe(
                (ulong)expected
            );
        }
    }

    [Theory]
    [InlineData("reconnect")]
    [InlineData("drop")]
    [InlineData("frame")]
    [InlineData("4000")]
    [InlineData("replay")]
    public async Task Events_of_an_interruption_arrive_once(string how)
    {
        await using var bot = await Bot.StartAsync();
        var hub = bot.Simulator.Hub;
        hub.Faults.ReplaysTooMuch = how == "replay";
        bot.Simulator.People.SayDirectly(bot.Town.Ada, "before");
        await bot.EventAsync(e => e.Data is Message { Content: "before" });

        if (how == "reconnect")
            hub.AskToReconnect();
        else if (how == "4000")
            hub.CloseAll(4000);
        else
            hub.DropAll(inFrame: how == "frame");
        bot.Simulator.People.SayDirectly(bot.Town.Ada, "while away");
        await bot.EventAsync(e => e.Name == GatewayEventNames.Resumed);
        bot.Simulator.People.SayDirectly(bot.Town.Ada, "after");
        await bot.EventAsync(e => e.Data is Message { Content: "after" });

        bot.Events.Select(e => e.Data)
            .OfType<Message>()
            .Select(m => m.Content)
            .ShouldBe(["before", "while away", "after"]);
        bot.Simulator.Log.Identifies.Count.ShouldBe(1);
        bot.Simulator.Log.Violations.ShouldBeEmpty();
    }

    private static readonly Button Button = new()
    {
        Style = ButtonStyle.Secondary,
        Label = "More",
        CustomId = "more",
    };

    private static readonly StringSelect Menu = new()
    {
        CustomId = "lang",
        Options =
        [
            new SelectOption { Label = "English", Value = "en" },
            new SelectOption { Label = "中文", Value = "zh" },
        ],
    };

    private static readonly Modal Question = new()
    {
        CustomId = "ask",
        Title = "Ask",
        Components =
        [
            new Label
            {
                Text = "Your question",
                Component = new TextInput { CustomId = "question", Style = TextInputStyle.Paragraph },
            },
        ],
    };

    private static string? Answer(Interaction interaction) =>
        (((Label)interaction.Data!.Components![0]).Component as TextInput)?.Value;

    private static ActionRow Row(Component component) => new() { Components = [component] };

    private static Snowflake AppId(Bot bot) => new(bot.Simulator.World.ApplicationId);
}
