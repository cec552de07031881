using PaperBot.Discord;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Tests.Discord.Simulator;

public sealed class MessageRuleTests
{
    public static TheoryData<string, MessageCreate, MessageCreate> Limits =>
        new()
        {
            {
                "content",
                new() { Content = Long(2000) },
                new() { Content = Long(2001) }
            },
            {
                "content in Chinese",
                new() { Content = Long(2000, '论') },
                new() { Content = Long(2001, '论') }
            },
            {
                "embeds",
                new() { Embeds = Many(10, Embed(1)) },
                new() { Embeds = Many(11, Embed(1)) }
            },
            {
                "description",
                new() { Embeds = [Embed(4096)] },
                new() { Embeds = [Embed(4097)] }
            },
            {
                "all embeds",
                new() { Embeds = Many(2, Embed(3000)) },
                new() { Embeds = [Embed(3000), Embed(3001)] }
            },
            {
                "fields",
                new() { Embeds = [Fields(25)] },
                new() { Embeds = [Fields(26)] }
            },
            {
                "buttons",
                new() { Content = "x", Components = [Row(5)] },
                new() { Content = "x", Components = [Row(6)] }
            },
            {
                "rows",
                new() { Content = "x", Components = Rows(5) },
                new() { Content = "x", Components = Rows(6) }
            },
            { "custom_id", WithId(Long(100)), WithId(Long(101)) },
            { "label", WithLabel(Long(80)), WithLabel(Long(81)) },
            { "text of V2", V2(Long(4000)), V2(Long(4001)) },
            {
                "nonce",
                new() { Content = "x", Nonce = Long(25) },
                new() { Content = "x", Nonce = Long(26) }
            },
            {
                "empty",
                new() { Content = "x" },
                new() { Content = " " }
            },
        };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public async Task A_message_at_the_limit_is_taken_and_one_past_it_refused(
        string what,
        MessageCreate at,
        MessageCreate past
    )
    {
        using var direct = new Direct();
        var token = TestContext.Current.CancellationToken;

        await direct.Client.Messages.CreateAsync(direct.Channel, at, null, token);
        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Messages.CreateAsync(direct.Channel, past, null, token)
        );

        ((int)refused.Status).ShouldBe(400, what);
        direct.Town.Papers.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Components_above_some_ten_thousand_bytes_are_answered_500_and_not_repeated()
    {
        using var direct = new Direct();
        var token = TestContext.Current.CancellationToken;
        var fits = V2(Long(3300, '论'));
        var bursts = V2(Long(3400, '论')) with { Nonce = "n", EnforceNonce = true };

        await direct.Client.Messages.CreateAsync(direct.Channel, fits, null, token);
        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Messages.CreateAsync(direct.Channel, bursts, null, token)
        );

        ((int)refused.Status).ShouldBe(500);
        direct.Simulator.Log.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Files_are_taken_up_to_the_limit()
    {
        using var direct = new Direct(new() { UploadLimit = 1000 });
        var token = TestContext.Current.CancellationToken;
        DiscordFile File(int bytes) => new("论文 (1).pdf", new byte[bytes], MediaType: "application/pdf");

        await direct.Client.Messages.CreateAsync(direct.Channel, new(), [File(1000)], token);
        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Messages.CreateAsync(direct.Channel, new(), [File(1001)], token)
        );

        refused.Code.ShouldBe(DiscordErrorCode.RequestEntityTooLarge);
        direct.Simulator.World.Files.Values.Single().Name.ShouldBe("论文__1_.pdf");
    }

    [Fact]
    public async Task Without_the_right_there_is_no_post()
    {
        using var direct = new Direct();
        var token = TestContext.Current.CancellationToken;
        var (everyone, channel) = (direct.Town.Guild.Id, direct.Channel);
        var post = () => direct.Client.Messages.CreateAsync(channel, new() { Content = "x" }, null, token);

        direct.Town.Papers.Overwrites[everyone] = (0, Rights.None, Rights.SendMessages);
        (await Should.ThrowAsync<DiscordApiException>(post())).Code.ShouldBe(DiscordErrorCode.MissingPermissions);
        direct.Town.Papers.Overwrites[everyone] = (0, Rights.None, Rights.ViewChannel);
        var refused = await Should.ThrowAsync<DiscordApiException>(post());

        refused.Code.ShouldBe(DiscordErrorCode.MissingAccess);
        refused.IsClosedDoor.ShouldBeTrue();
        refused.Resource.ShouldBe(channel);
    }

    [Fact]
    public async Task Only_allowed_mentions_notify()
    {
        using var direct = new Direct();
        var token = TestContext.Current.CancellationToken;
        var (ada, lin) = (direct.Town.Ada.Id, direct.Town.Lin.Id);
        var text = $"<@{ada}> <@{lin}> <@&{direct.Town.Guild.Roles[1].Id}> @everyone";

        await direct.Client.Messages.CreateAsync(
            direct.Channel,
            new() { Content = text, AllowedMentions = AllowedMentions.Only(new Snowflake(lin)) },
            null,
            token
        );
        await direct.Client.Messages.CreateAsync(direct.Channel, new() { Content = text }, null, token);

        direct.Town.Papers.Messages[0].Notified.ShouldBe([lin]);
        direct.Town.Papers.Messages[1].Notified.ShouldBe([ada, lin, direct.Town.Guild.Roles[1].Id]);
    }

    private static string Long(int length, char letter = 'x') => new(letter, length);

    private static Embed Embed(int length) => new() { Description = Long(length) };

    private static Embed Fields(int count) =>
        new() { Fields = [.. Enumerable.Repeat(new EmbedField { Name = "a", Value = "b" }, count)] };

    private static T[] Many<T>(int count, T one) => [.. Enumerable.Repeat(one, count)];

    private static Button Button(string id, string label = "x") =>
        new()
        {
            Style = ButtonStyle.Primary,
            Label = label,
            CustomId = id,
        };

    private static ActionRow Row(int buttons, string prefix = "b") =>
        new() { Components = [.. Enumerable.Range(0, buttons).Select(i => Button($"{prefix}{i}"))] };

    private static ActionRow[] Rows(int count) => [.. Enumerable.Range(0, count).Select(i => Row(1, $"r{i}-"))];

    private static MessageCreate WithId(string id) =>
        new() { Content = "x", Components = [new ActionRow { Components = [Button(id)] }] };

    private static MessageCreate WithLabel(string label) =>
        new() { Content = "x", Components = [new ActionRow { Components = [Button("b", label)] }] };

    private static MessageCreate V2(string text) =>
        new() { Flags = MessageFlags.IsComponentsV2, Components = [new TextDisplay { Content = text }] };
}
