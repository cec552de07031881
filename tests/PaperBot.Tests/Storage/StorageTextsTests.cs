using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Storage;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Privacy;

namespace PaperBot.Tests.Storage;

public sealed class StorageTextsTests
{
    private readonly TextCatalogue _texts = new([new(typeof(StorageServices).Assembly)]);

    [Fact]
    public void Every_fault_is_a_sentence_in_both_languages()
    {
        foreach (var fault in Enum.GetValues<Fault>())
        foreach (var locale in Locale.All)
        {
            var sentence = _texts.Get(locale, fault.ToError(TimeProvider.System).Message);
            sentence.ShouldEndWith(locale.IsChinese ? "。" : ".");
        }
    }

    [Fact]
    public void Every_kind_of_personal_data_is_worded_in_both_languages()
    {
        foreach (var table in PersonalTables.All)
        foreach (var locale in Locale.All)
            _texts.Own(locale).Keys.ShouldContain("privacy.data." + table.Name);
    }

    [Fact]
    public void Too_long_a_text_is_told_with_both_numbers()
    {
        var thrown = Should.Throw<StorageException>(() => StoredText.Of(new string('x', 1_235), 1_234));

        var sentence = _texts.Get(Locale.English, thrown.Error.Message);
        sentence.ShouldContain("1,235");
        sentence.ShouldContain("1,234");
    }
}
