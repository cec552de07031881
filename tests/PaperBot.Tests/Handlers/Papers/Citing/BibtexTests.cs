using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers.Citing;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers.Citing;

public sealed class BibtexTests
{
    private static readonly FakePaperLinks Links = new();

    [Fact]
    public void A_preprint_is_misc_with_eprint_fields() =>
        Write(SomePapers.Attention)
            .ShouldBe(
                """
                @misc{vaswani2017attention,
                  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and Uszkoreit, Jakob and Jones, Llion and Gomez, Aidan N. and Kaiser, Lukasz and Polosukhin, Illia},
                  title = {Attention Is All You Need},
                  year = {2017},
                  eprint = {1706.03762},
                  archivePrefix = {arXiv},
                  primaryClass = {cs.CL},
                  url = {https://arxiv.org/abs/1706.03762}
                }
                """
            );

    [Fact]
    public void A_published_paper_is_an_article_with_what_its_reference_says() =>
        Write(
                SomePapers.Of(
                    "hep-th/9711200v3",
                    "The Large N Limit of Superconformal Field Theories",
                    "Ada Lovelace"
                ) with
                {
                    JournalReference = "Adv. Theor. Math. Phys. 2 (1998) 231-252",
                    Doi = "10.1023/A:1026654312961",
                    PrimaryCategory = "hep-th",
                }
            )
            .ShouldBe(
                """
                @article{lovelace2020large,
                  author = {Lovelace, Ada},
                  title = {The Large N Limit of Superconformal Field Theories},
                  journal = {Adv. Theor. Math. Phys.},
                  volume = {2},
                  pages = {231--252},
                  year = {1998},
                  doi = {10.1023/A:1026654312961},
                  eprint = {hep-th/9711200},
                  archivePrefix = {arXiv},
                  primaryClass = {hep-th},
                  url = {https://arxiv.org/abs/hep-th/9711200}
                }
                """
            );

    [Fact]
    public void A_conference_is_proceedings_and_unread_references_stay_whole()
    {
        var paper = SomePapers.Of("2303.15533", "Gaps");

        Write(paper with { JournalReference = "2023 IEEE/CVF Conference on Computer Vision (CVPR)" })
            .ShouldContain("@inproceedings{author2020gaps");
        Write(paper with { JournalReference = "J. Odd & Strange 12:3,2019" })
            .ShouldContain(@"journal = {J. Odd \& Strange 12:3,2019},");
    }

    [Theory]
    [InlineData("Phys. Rev. D 76, 013009 (2007)", "Phys. Rev. D", "76", null, "013009", 2007)]
    [InlineData("Nature 393 (6684), 440-442 (1998)", "Nature", "393", "6684", "440-442", 1998)]
    [InlineData("Phys. Lett. B 716 (2012) 1-29", "Phys. Lett. B", "716", null, "1-29", 2012)]
    [InlineData("Nucl.Phys. B416 (1994) 481-538", "Nucl.Phys.", "B416", null, "481-538", 1994)]
    public void Common_forms_of_journal_references_are_read(
        string text,
        string name,
        string volume,
        string? issue,
        string pages,
        int year
    ) => JournalReference.Of(text).ShouldBe(new JournalReference(name, volume, issue, pages, year, false));

    [Theory]
    [InlineData("BERT: Pre-training of Deep Transformers", "{BERT}: Pre-training of Deep Transformers")]
    [InlineData("On the zeros of the Riemann zeta function", "On the zeros of the {Riemann} zeta function")]
    [InlineData("On the Zeros of the Zeta Function", "On the Zeros of the Zeta Function")]
    [InlineData("Word2vec in arXiv papers", "Word2vec in {arXiv} papers")]
    [InlineData("Learning $L_1$-norms of $x \\in \\mathbb{R}^n$", "Learning {$L_1$-norms} of {$x \\in \\mathbb{R}^n$}")]
    [InlineData("M$^3$RL at 100% & #1", "{M$^3$RL} at 100\\% \\& \\#1")]
    [InlineData(
        "A_b ~ c^d {x} <b>",
        "A\\_b \\textasciitilde{} c\\textasciicircum{}d \\textbraceleft{}x\\textbraceright{} \\textless{}b\\textgreater{}"
    )]
    [InlineData("Schrödinger's cat: élan, Żbik", "Schr{\\\"o}dinger's cat: {\\'e}lan, {{\\.Z}bik}")]
    [InlineData("naïve façade", "na{\\\"\\i}ve fa{\\c c}ade")]
    [InlineData("The \"bounded gaps\" of {\\em ab initio} H$_2$O", "The ``bounded gaps'' of ab initio {H$_2$O}")]
    [InlineData("Cost of $5 and $10", "Cost of \\$5 and \\$10")]
    [InlineData("关于 α-衰变", "关于 {$\\alpha$}-衰变")]
    public void Titles_are_escaped_and_keep_their_capitals(string title, string expected) =>
        BibtexTitle.Of(title).ShouldBe(expected);

    [Theory]
    [InlineData(@"On $\{x$ and $\{0,1\}^n$")]
    [InlineData(@"Broken $x{$ and } and {")]
    [InlineData("}}}} \\end{document} $$")]
    public void Braces_are_balanced_whatever_comes_in(string title)
    {
        var depth = 0;
        foreach (var c in BibtexTitle.Of(title))
        {
            depth +=
                c == '{' ? 1
                : c == '}' ? -1
                : 0;
            depth.ShouldBeGreaterThanOrEqualTo(0);
        }

        depth.ShouldBe(0);
    }

    [Fact]
    public void Names_keep_particles_suffixes_and_bodies() =>
        Write(
                SomePapers.Of(
                    "2001.00001",
                    "Title",
                    "Laurens van der Maaten",
                    "John Smith Jr.",
                    "LIGO Scientific Collaboration",
                    "Jure Žbontar",
                    "王小明"
                )
            )
            .ShouldContain(
                @"author = {van der Maaten, Laurens and Smith, Jr., John and {LIGO Scientific Collaboration} and "
                    + @"{\v Z}bontar, Jure and {王小明}}"
            );

    [Fact]
    public void Keys_that_would_be_equal_get_the_identifier_in_any_order()
    {
        var one = SomePapers.Of("2001.00001v2", "Deep sets");
        var two = SomePapers.Of("2001.00002", "Deep nets");
        var other = SomePapers.Of("2001.00003", "The shallow ones");

        BibtexKey
            .For([one, two, other])
            .ShouldBe(["author2020deep-2001.00001v2", "author2020deep-2001.00002v1", "author2020shallow"]);
        BibtexKey.For([two, one]).ShouldBe(["author2020deep-2001.00002v1", "author2020deep-2001.00001v2"]);
        BibtexKey.For([one]).ShouldBe(["author2020deep"]);
    }

    [Theory]
    [InlineData("Łukasz Żółć", "The $p$-adic étale story", "zolc2020adic")]
    [InlineData("王小明", "关于", "2020-2001.00001v1")]
    [InlineData("The LIGO Collaboration", "On Waves", "ligo2020waves")]
    public void Keys_are_ascii(string author, string title, string key) =>
        BibtexKey.For([SomePapers.Of("2001.00001", title, author)]).ShouldBe([key]);

    [Fact]
    public void A_version_is_named_only_when_it_was_asked_for()
    {
        var paper = SomePapers.Attention with { Version = 1 };
        var asked = new Citation(paper, 1, Links.Abstract(paper.VersionedId));

        new BibtexFormat()
            .Write([asked])[0]
            .ShouldContain("  version = {1},\n  url = {https://arxiv.org/abs/1706.03762v1}");
    }

    private static string Write(Paper paper) =>
        new BibtexFormat().Write([new Citation(paper, null, Links.Abstract(paper.Id))])[0];
}
