using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class AccessTests : IAsyncDisposable
{
    private static readonly CommandSpec Owners = new("owners") { WhoMay = WhoMay.Administrators };
    private static readonly CommandSpec Managers = new("managers") { WhoMay = WhoMay.PlaceManagers };

    private readonly RouterRig _rig = new(Owners, Managers);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Administrators_are_those_who_are_named_the_console_and_the_page_of_this_machine()
    {
        _rig.With("Access:Administrators:0", "test:owner");

        (await KindAsync(Incomings.Of("/owners"))).ShouldBe(ErrorKind.Refused);
        (await KindAsync(Incomings.Of("/owners") with { ManagesPlace = true })).ShouldBe(ErrorKind.Refused);
        (await KindAsync(Incomings.Of("/owners").By("owner"))).ShouldBeNull();
        (await KindAsync(As("console", "anybody"))).ShouldBeNull();
        (await KindAsync(As("web", "local"))).ShouldBeNull();
        (await KindAsync(As("web", "guest"))).ShouldBe(ErrorKind.Refused);
        _rig["owners"].Requests.ShouldAllBe(request => request.IsAdministrator);
    }

    [Fact]
    public async Task A_place_is_managed_by_its_managers_and_by_administrators()
    {
        _rig.With("Access:Administrators:0", "test:owner");
        var incoming = Incomings.Of("/managers").InGroup();

        (await KindAsync(incoming)).ShouldBe(ErrorKind.Refused);
        (await KindAsync(Incomings.Of("/managers").InGroup() with { ManagesPlace = true })).ShouldBeNull();
        (await KindAsync(Incomings.Of("/managers").InGroup().By("owner"))).ShouldBeNull();
        (await KindAsync(Incomings.Of("/managers"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_says_whom_to_ask()
    {
        (await _rig.TextAsync("/owners")).ShouldBe("Only administrators of the bot may do that; ask its owner.");
    }

    [Fact]
    public async Task A_name_that_is_no_id_stops_the_start_with_its_key()
    {
        _rig.With("Access:Administrators:0", "test:owner").With("Access:Administrators:1", "somebody");

        var failure = await Should.ThrowAsync<OptionsValidationException>(async () => await _rig.AskAsync("/owners"));

        failure.Failures.ShouldHaveSingleItem().ShouldStartWith("Access:Administrators:1 must be a person");
    }

    private async Task<ErrorKind?> KindAsync(Incoming incoming) => (await _rig.AskAsync(incoming)).Error?.Kind;

    private static Incoming As(string platform, string key) =>
        Incomings.Of("/owners") with
        {
            Person = new Person(new PersonId(platform, key)),
        };
}
