using PaperBot.Search.Index;

namespace PaperBot.Tests.Search;

public sealed class FtsIndexTests : IDisposable
{
    private readonly FtsIndex _index = new(":memory:");

    public FtsIndexTests() =>
        _index.Add([
            new("a") { Title = "勒贝格积分为什么比黎曼积分强", Body = "控制收敛定理说明极限与积分可以交换。" },
            new("b") { Title = "From Pythagoras to the Riemannian metric", Body = "We write ds^2 = g dx dx." },
            new("c") { Title = "Low-rank adaptation", Body = "LoRA trains small matrices; see also BERT." },
            new("d") { Title = "無窮級數", Body = "傅里葉級數的收斂" },
        ]);

    [Theory]
    [InlineData("勒贝格积分和黎曼积分哪个强", "a")]
    [InlineData("riemannian metrics", "b")]
    [InlineData("ds²", "b")]
    [InlineData("lora", "c")]
    [InlineData("无穷级数的收敛", "d")]
    [InlineData("勒", "a")]
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

    public void Dispose() => _index.Dispose();
}
