using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IPreferenceStore"/> keeps.</summary>
public abstract class PreferenceStoreContract
{
    private static readonly PreferenceOwner Ada = PreferenceOwner.Of(PersonId.Parse("discord:1"));
    private static readonly PreferenceOwner Room = PreferenceOwner.Of(PlaceId.Parse("discord:1"));

    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IPreferenceStore> CreateAsync(TimeProvider time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_choice_is_kept_changed_and_forgotten()
    {
        var store = await CreateAsync(_clock);
        (await store.ReadAsync(Ada, Token)).ShouldBeEmpty();

        await store.WriteAsync(Ada, PreferenceName.Language, "en", Token);
        await store.WriteAsync(Ada, PreferenceName.Categories, "cs.AI+cs.CL-cs.CY", Token);
        await store.WriteAsync(Ada, PreferenceName.Language, "zh-CN", Token);

        (await store.ReadAsync(Ada, Token)).ShouldBe(
            new Dictionary<string, string>
            {
                [PreferenceName.Language] = "zh-CN",
                [PreferenceName.Categories] = "cs.AI+cs.CL-cs.CY",
            },
            ignoreOrder: true
        );
        await store.WriteAsync(Ada, PreferenceName.Language, null, Token);
        await store.WriteAsync(Ada, PreferenceName.Zone, null, Token);
        (await store.ReadAsync(Ada, Token)).Keys.ShouldBe([PreferenceName.Categories]);
    }

    [Fact]
    public async Task A_person_and_a_place_of_one_id_are_two()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Ada, PreferenceName.Zone, "Asia/Shanghai", Token);
        await store.WriteAsync(Room, PreferenceName.Zone, "Europe/Vienna", Token);

        (await store.ReadAsync(Ada, Token))[PreferenceName.Zone].ShouldBe("Asia/Shanghai");
        (await store.ReadAsync(Room, Token))[PreferenceName.Zone].ShouldBe("Europe/Vienna");
    }

    [Fact]
    public async Task A_value_may_be_2000_characters_long_and_no_longer()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Ada, "note", new string('好', 2_000), Token);

        var error = await Should.ThrowAsync<StorageException>(() =>
            store.WriteAsync(Ada, "note", new string('x', 2_001), Token)
        );

        error.Error.Kind.ShouldBe(ErrorKind.UserInput);
        (await store.ReadAsync(Ada, Token))["note"].Length.ShouldBe(2_000);
    }

    [Fact]
    public async Task Any_text_is_kept()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Ada, "note", "a\0b\uDC00 \u202E'\";--\r\n\t😀", Token);

        (await store.ReadAsync(Ada, Token))["note"].ShouldBe("ab\uFFFD \u202E'\";--\r\n\t😀");
    }
}
