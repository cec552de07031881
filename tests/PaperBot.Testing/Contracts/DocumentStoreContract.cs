using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IDocumentStore"/> keeps.</summary>
public abstract class DocumentStoreContract
{
    private static readonly DateTimeOffset ReadAt = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IDocumentStore> CreateAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_comes_back_as_it_was()
    {
        var store = await CreateAsync();
        var document = Document("2601.00001v2", "Formulas like $x_1 < 2$ and 中文 \"quoted\".");

        await store.SaveAsync(document, Token);

        var found = (await store.FindAsync(document.Id, Token)).ShouldNotBeNull();
        found.Sections.ShouldBe(document.Sections);
        found.Passages.ShouldBe(document.Passages);
        (found with { Sections = document.Sections, Passages = document.Passages }).ShouldBe(document);
        (await store.FindAsync(DocumentId.Of(ArxivId.Parse("2601.00001v1")), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_last_one_saved_counts()
    {
        var store = await CreateAsync();
        await store.SaveAsync(Document("2601.00001v1", "Once."), Token);
        await store.SaveAsync(Document("2601.00001v1", "Twice."), Token);

        var found = await store.FindAsync(DocumentId.Of(ArxivId.Parse("2601.00001v1")), Token);

        found!.Passages[0].Text.ShouldBe("Twice.");
    }

    [Fact]
    public async Task An_upload_keeps_its_owner()
    {
        var store = await CreateAsync();
        var owner = new PersonId("web", "ada");
        var upload = Document("2601.00001v1", "Mine.") with { Id = DocumentId.OfUpload(owner, [1]), Owner = owner };

        await store.SaveAsync(upload, Token);

        (await store.FindAsync(upload.Id, Token))!.Owner.ShouldBe(owner);
    }

    private static PaperDocument Document(string paper, string text)
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("1", "Introduction", 1, "S1"));
        builder.Add(new DocumentPart(PassageKind.Body, text) { Anchor = "S1.p1", Pages = [(0, 3)] });
        return builder.Build(DocumentId.Of(ArxivId.Parse(paper)), DocumentOrigin.ArxivPdf, "A title", ReadAt)! with
        {
            Pages = 4,
        };
    }
}
