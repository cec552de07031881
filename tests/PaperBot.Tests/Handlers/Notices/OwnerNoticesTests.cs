using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Notices;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Notices;

public sealed class OwnerNoticesTests : IPlaceOwners, IAdministrators
{
    private static readonly Place Papers = new(Id("papers"), PlaceKind.Group, Id("town"));
    private static readonly PersonId Keeper = new("sim", "keeper");

    private readonly RecordingOutbox _outbox = new("sim");
    private readonly InMemoryPreferenceStore _preferences = new();
    private List<Destination> _owners = [new(Id("owner-alone")) { Locale = Locale.Chinese }];

    public string Platform => "sim";

    public IReadOnlyList<PersonId> Named => [Keeper];

    [Fact]
    public async Task The_owner_is_told_once_in_their_language()
    {
        (await TellAsync()).ShouldBeTrue();
        (await TellAsync()).ShouldBeFalse();

        var (destination, reply, _) = await _outbox.NextAsync(TestContext.Current.CancellationToken);
        destination.Place.ShouldBe(Id("owner-alone"));
        reply.Cards[0].Markdown.ShouldContain("发不出消息");
        reply.Cards[0].Markdown.ShouldContain("papers");
        _outbox.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_reason_is_told_and_a_forgotten_one_again()
    {
        await TellAsync();

        (await TellAsync("other")).ShouldBeTrue();
        await Notices().ForgetAsync(Papers, "closed", TestContext.Current.CancellationToken);
        (await TellAsync()).ShouldBeTrue();
        (await TellAsync("other")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_an_owner_the_administrators_are_told()
    {
        _owners = [];

        (await TellAsync()).ShouldBeTrue();

        var (destination, _, _) = await _outbox.NextAsync(TestContext.Current.CancellationToken);
        destination.Place.ShouldBe(Id("keeper"));
    }

    [Fact]
    public async Task What_could_not_be_posted_is_told_another_time()
    {
        _outbox.Result = _ => new DeliveryResult.Failed(DeliveryFailure.Forbidden, null);
        (await TellAsync()).ShouldBeFalse();

        _outbox.Result = key => new DeliveryResult.Sent(key.Value);
        (await TellAsync()).ShouldBeTrue();
    }

    public Task<PlaceOwners> OfAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult(new PlaceOwners("#papers", _owners));

    public Task<Destination?> ReachAsync(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult<Destination?>(new Destination(Id(person.Key)));

    public bool Contains(PersonId person) => person == Keeper;

    private static PlaceId Id(string key) => new("sim", key);

    private Task<bool> TellAsync(string reason = "closed") =>
        Notices().TellAsync(Papers, reason, Message.Of("discord.closed"), TestContext.Current.CancellationToken);

    private OwnerNotices Notices() =>
        new(
            [this],
            [_outbox],
            this,
            _preferences,
            new TextCatalogue([new(typeof(PaperBot.Platforms.Discord.DiscordSettings).Assembly)]),
            new ManualTimeProvider(),
            NullLogger<OwnerNotices>.Instance
        );
}
