using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers.Citing;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Papers.Citing;

public sealed class OtherFormatTests
{
    private static readonly FakePaperLinks Links = new();

    [Fact]
    public void Ris_has_a_line_for_each_author() =>
        new RisFormat()
            .Write([Cite(SomePapers.Of("2001.00001", "Sets", "Laurens van der Maaten", "John Smith Jr.", "王小明"))])[0]
            .ShouldBe(
                """
                TY  - UNPB
                AU  - van der Maaten, Laurens
                AU  - Smith, John, Jr.
                AU  - 王小明
                TI  - Sets
                PY  - 2020
                DA  - 2020/03/04
                UR  - https://arxiv.org/abs/2001.00001
                AN  - arXiv:2001.00001
                PB  - arXiv
                KW  - cs.CL
                ER  - 
                """
            );

    [Fact]
    public void Ris_of_a_published_paper_names_journal_and_pages()
    {
        var paper = SomePapers.Of("2001.00001", "Sets") with
        {
            JournalReference = "Phys. Lett. B 716 (2012) 1-29",
            Doi = "10.1016/j.physletb.2012.08.020",
        };

        var ris = new RisFormat().Write([Cite(paper)])[0];

        ris.ShouldStartWith("TY  - JOUR\n");
        ris.ShouldContain(
            "JO  - Phys. Lett. B\nVL  - 716\nSP  - 1\nEP  - 29\nPY  - 2012\nDA  - 2020/03/04\n"
                + "DO  - 10.1016/j.physletb.2012.08.020\n"
        );
        ris.ShouldNotContain("PB  - ");
    }

    [Fact]
    public void The_Chinese_standard_gives_three_authors_dates_and_address() =>
        Gbt(SomePapers.Attention)
            .ShouldBe([
                "VASWANI A, SHAZEER N, PARMAR N, et al. Attention Is All You Need[EB/OL]. "
                    + "(2023-08-02)[2026-01-05]. https://arxiv.org/abs/1706.03762.",
            ]);

    [Fact]
    public void The_Chinese_standard_numbers_several_and_knows_Chinese_names()
    {
        var chinese = SomePapers.Of("2001.00001", "论集合。", "王小明", "李雷", "韩梅梅", "张三");
        var mixed = SomePapers.Of("2001.00002", "Sets", "Jean-Pierre Serre", "L. van der Maaten");

        Gbt(chinese, mixed)
            .ShouldBe([
                "[1] 王小明, 李雷, 韩梅梅, 等. 论集合[EB/OL]. (2020-03-04)[2026-01-05]. "
                    + "https://arxiv.org/abs/2001.00001.",
                "[2] SERRE J P, VAN DER MAATEN L. Sets[EB/OL]. (2020-03-04)[2026-01-05]. "
                    + "https://arxiv.org/abs/2001.00002.",
            ]);
    }

    private static IReadOnlyList<string> Gbt(params IEnumerable<Paper> papers) =>
        new GbtFormat(new ManualTimeProvider()).Write([.. papers.Select(Cite)]);

    private static Citation Cite(Paper paper) => new(paper, null, Links.Abstract(paper.Id));
}
