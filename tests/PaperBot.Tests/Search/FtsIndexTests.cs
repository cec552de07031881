using PaperBot.Search.Index;
using PaperBot.Search.Query;

namespace PaperBot.Tests.Search;

public sealed class FtsIndexTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly FtsIndex _index;

    public FtsIndexTests()
    {
        _index = new(_folder.PathOf("test.index"));
        _index.Add([
            new("a")
            {
                Title = "勒贝格积分为什么比黎曼积分强",
                Body = "控制收敛定理说明极限与积分可以交换。",
                Tags = "数学\n实分析",
                Source = "kexue",
                Day = new(2021, 5, 17),
            },
            new("b")
            {
                Title = "From Pythagoras to the Riemannian metric",
                Body = "We write ds^2 = g dx dx, and the metric tensor follows.",
                Tags = "Geometry\nMachine Learning",
                Source = "other",
                Day = new(2023, 1, 2),
            },
            new("c") { Title = "Low-rank adaptation", Body = "LoRA trains small matrices; see also BERT." },
            new("d") { Title = "無窮級數", Body = "傅里葉級數的收斂" },
        ]);
    }

    [Theory]
    [InlineData("勒贝格积分和黎曼积分哪个强", "a")]
    [InlineData("riemannian metrics", "b")]
    [InlineData("ds²", "b")]
    [InlineData("lora", "c")]
    [InlineData("无穷级数的收敛", "d")]
    [InlineData("勒", "a")]
    [InlineData("的", "d")]
    [InlineData("什么是级数的收敛呢", "d")]
    public void The_right_document_comes_first(string question, string key) =>
        _index.Search(question, 10)[0].Key.ShouldBe(key);

    [Fact]
    public void A_changed_document_is_found_by_its_new_text_only()
    {
        _index.Add([new("c") { Title = "Quantisation" }]);

        _index.Search("lora", 10).ShouldBeEmpty();
        _index.Search("quantisation", 10)[0].Key.ShouldBe("c");
        _index.Count.ShouldBe(4);
    }

    [Fact]
    public void A_removed_document_is_gone()
    {
        _index.Remove("b");
        _index.Remove("never there");

        _index.Search("pythagoras", 10).ShouldBeEmpty();
        _index.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   !?，。")]
    [InlineData("\"OR\" AND NEAR( * ^")]
    [InlineData("😀")]
    public void Hostile_questions_find_something_or_nothing(string question) =>
        _index.Search(question, 10).Count.ShouldBeLessThanOrEqualTo(4);

    [Fact]
    public void A_question_of_ten_thousand_characters_is_answered() =>
        _index.Search(string.Concat(Enumerable.Repeat("黎曼积分 riemann ", 700)), 10)[0].Key.ShouldBe("a");

    [Theory]
    [InlineData("\"metric tensor\"", "b")]
    [InlineData("\"tensor metric\"", "")]
    [InlineData("“定理说明极限”", "a")]
    [InlineData("“极限说明定理”", "")]
    [InlineData("积分 -黎曼", "")]
    [InlineData("积分 tag:实分析", "a")]
    [InlineData("积分 tag:实", "")]
    [InlineData("积分 标签：实分析", "a")]
    [InlineData("博客:kexue 从:2021 到:2021-05", "a")]
    [InlineData("tag:\"machine learning\"", "b")]
    [InlineData("in:kexue from:2021-05 to:2021-05", "a")]
    [InlineData("in:kexue ！！！", "a")]
    [InlineData("in:kexue -勒贝格", "")]
    [InlineData("metric to:2022", "")]
    [InlineData("riemanian metirc", "b")]
    [InlineData("pythagorsa", "b")]
    [InlineData("the which zzzz", "b")]
    public void The_query_language_is_understood(string typed, string keys)
    {
        var found = _index.Search(QueryParser.Parse(typed), 10);

        string.Join(' ', found.Hits.Select(hit => hit.Key)).ShouldBe(keys);
    }

    [Fact]
    public void A_sentence_that_quotes_what_nothing_has_finds_the_nearest()
    {
        var found = _index.Search(QueryParser.Parse("积分里的“极限说明定理”"), 10);

        found.Hits[0].Key.ShouldBe("a");
        found.WithoutPhrases.ShouldBeTrue();
        _index.Search(QueryParser.Parse("积分里的“定理说明极限”"), 10).WithoutPhrases.ShouldBeFalse();
    }

    [Fact]
    public void A_source_is_known_by_the_beginning_of_its_name()
    {
        _index.Add([new("h") { Title = "Sources", Source = "notes.example" }]);

        _index.Search(QueryParser.Parse("in:notes"), 10).Hits.ShouldHaveSingleItem().Key.ShouldBe("h");
        _index.Search(QueryParser.Parse("in:note"), 10).Hits.ShouldBeEmpty();
    }

    [Fact]
    public void A_Chinese_text_counts_as_no_longer_than_an_English_one()
    {
        var english = string.Concat(Enumerable.Repeat("The step is divided by the root of the mean. ", 12));
        var chinese = string.Concat(Enumerable.Repeat("更新量除以梯度平方滑动平均的平方根。", 12));
        _index.Add([
            new("chinese") { Title = "优化器札记", Body = "Adam 的更新。" + chinese },
            new("english") { Title = "Notes on optimisers", Body = "Adam's update. " + english + english },
        ]);

        _index.Search("adam", 10)[0].Key.ShouldBe("chinese");
    }

    [Theory]
    [InlineData("pythagorus", "b")]
    [InlineData("metrc", "b")]
    [InlineData("berd", "")]
    [InlineData("lwo", "")]
    public void A_short_word_is_not_read_as_another_one(string typed, string keys) =>
        string.Join(' ', _index.Search(typed, 10).Select(hit => hit.Key)).ShouldBe(keys);

    [Fact]
    public void What_part_of_the_question_is_said_is_known()
    {
        _index.Search("pythagoras", 1)[0].Said.ShouldBe(1);
        _index.Search("pythagoras qqqqq wwwww", 1)[0].Said.ShouldBeLessThan(0.5);
        // A word is a word in either script.
        _index.Search("pythagoras 爬山 游泳 唱歌", 1)[0].Said.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void A_batch_and_its_number_go_in_together_and_once()
    {
        _index.Apply([new("e") { Title = "Quantisation" }], ["b"], 7);
        _index.Apply([new("f") { Title = "Never indexed" }], [], 7);

        _index.LastChange.ShouldBe(7);
        _index.Search("quantisation", 10)[0].Key.ShouldBe("e");
        _index.Search("pythagoras", 10).ShouldBeEmpty();
        _index.Count.ShouldBe(4);
    }

    [Fact]
    public void What_is_no_index_is_made_anew()
    {
        var path = _folder.PathOf("broken.index");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("this is no database ", 100)));

        using var index = new FtsIndex(path);
        index.Add([new("a") { Title = "Found" }]);

        index.Search("found", 10).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_emptied_index_starts_from_the_beginning()
    {
        _index.Apply([], [], 9);

        _index.Clear();

        _index.Count.ShouldBe(0);
        _index.LastChange.ShouldBe(0);
        _index.Search("lora", 10).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_like_a_document_is_found_without_itself()
    {
        _index.Add([new("g") { Title = "黎曼积分的定义", Body = "黎曼积分与勒贝格积分" }]);

        _index.Related("a", "勒贝格积分为什么比黎曼积分强", 10).Hits.Select(hit => hit.Key).ShouldBe(["g"]);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }
}
