using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Testing.Pictures;
using Attachment = PaperBot.Core.Replies.Attachment;

namespace PaperBot.Tests.Platforms.Discord;

public sealed class RenderingTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    [Fact]
    public async Task A_long_title_is_cut_between_characters()
    {
        var title = new string('a', 248) + string.Concat(Enumerable.Repeat("😀", 10));

        var message = await _desk.PostAsync(await _desk.FirstAsync(Reply.Of(new Card("c") { Title = title })));

        var text = Desk.TextOf(message);
        text.ShouldContain("😀…");
        text.ShouldNotContain('\uFFFD');
    }

    [Fact]
    public async Task The_first_page_keeps_its_pictures_when_it_is_turned_back_to_in_place()
    {
        var reply = Reply.Of(
            new Card("c")
            {
                Markdown = string.Concat(Enumerable.Repeat("word ", 3_000)),
                Attachments = [new Attachment("plot.png", "image/png", FakePictures.Drawn.Png, "A plot")],
            }
        );
        await _desk.FirstAsync(reply);

        var inPlace = await TurnAsync(0, elsewhere: null);
        var copy = await TurnAsync(
            0,
            new() { ["plot.png"] = "https://cdn.discordapp.com/attachments/1/2/plot.png?ex=1" }
        );

        var gallery = Inside(inPlace!.Components).OfType<MediaGallery>().ShouldHaveSingleItem();
        gallery.Items.ShouldHaveSingleItem().Media.Url.ShouldBe("attachment://plot.png");
        var copied = Inside(copy!.Components).OfType<MediaGallery>().ShouldHaveSingleItem();
        copied.Items.ShouldHaveSingleItem().Media.Url.ShouldContain("cdn.discordapp.com");
        await _desk.PostAsync(copy);
    }

    [Fact]
    public async Task A_displayed_formula_becomes_a_picture_with_its_source_as_alternative()
    {
        _desk.Pictures.Formula = (_, _, _) => FakePictures.Drawn;
        var reply = Reply.Of("Energy:\n\n$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}\n$$\n\nand $x$.");

        var page = await _desk.FirstAsync(reply);
        var message = await _desk.PostAsync(page);

        page.Files.ShouldHaveSingleItem().Description!.ShouldContain("pmatrix");
        Desk.TextOf(message).ShouldContain("\\(1\\)");
        Desk.TextOf(message).ShouldNotContain("pmatrix");
    }

    [Fact]
    public async Task A_formula_stays_text_without_an_engine()
    {
        var page = await _desk.FirstAsync(Reply.Of("$$\\begin{pmatrix} a & b \\end{pmatrix}$$"));

        page.Files.ShouldBeEmpty();
        Desk.TextOf(await _desk.PostAsync(page)).ShouldContain("pmatrix");
    }

    [Fact]
    public async Task Files_after_the_tenth_follow_in_a_message_of_their_own()
    {
        var files = Enumerable
            .Range(0, 12)
            .Select(i => new Attachment($"{i}.png", "image/png", FakePictures.Drawn.Png, ""));
        var page = await _desk.FirstAsync(Reply.Of(new Card("c") { Markdown = "Twelve", Attachments = [.. files] }));

        await _desk.PostAsync(page);
        await _desk.PostAsync(page);

        page.Files.Count.ShouldBe(10);
        page.More.ShouldHaveSingleItem().Files.Select(file => file.Name).ShouldBe(["10.png", "11.png"]);
        _desk.Town.Papers.Messages.Count.ShouldBe(2);
        _desk.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_too_long_for_a_button_stands_in_the_text()
    {
        var address = new Uri("https://example.org/?q=" + new string('a', 600));

        var page = await _desk.FirstAsync(
            Reply.Of(new Card("c") { Markdown = "Read", Actions = [ReplyAction.Open("All of it", address)] })
        );
        var message = await _desk.PostAsync(page);

        Desk.TextOf(message).ShouldContain(address.AbsoluteUri);
        Desk.TextOf(message).ShouldContain("All of it");
    }

    [Fact]
    public async Task A_message_takes_ten_formulas()
    {
        _desk.Pictures.Formula = (_, _, _) => FakePictures.Drawn;
        var formulas = Enumerable.Range(0, 12).Select(i => $"$$\\begin{{pmatrix}} {i} \\end{{pmatrix}}$$");

        var page = await _desk.FirstAsync(Reply.Of(string.Join("\n\n", formulas)));

        page.Files.Count.ShouldBe(10);
        Desk.TextOf(await _desk.PostAsync(page)).ShouldContain("pmatrix");
    }

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<PaperBot.Platforms.Discord.Rendering.DiscordPage?> TurnAsync(
        int page,
        Dictionary<string, string>? elsewhere
    ) => _desk.Renderer.TurnAsync("key", page, elsewhere, null, Locale.English, TestContext.Current.CancellationToken);

    private static IEnumerable<Component> Inside(IEnumerable<Component> components) =>
        components.SelectMany(component => component is Container container ? container.Components : [component]);
}
