using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Platforms.WeChat;

public sealed class ExchangeTableTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void A_push_that_comes_again_meets_its_exchange_even_when_the_table_is_full()
    {
        var table = Full(isDone: false);

        var again = table.Enter("7").ShouldNotBeNull();

        again.IsNew.ShouldBeFalse();
        table.Enter("new").ShouldBeNull();
    }

    [Fact]
    public void What_is_done_makes_room_when_the_platform_has_tried_for_the_last_time()
    {
        var table = Full(isDone: true);

        var early = table.Enter("early");
        _clock.Advance(TimeSpan.FromSeconds(31));

        early.ShouldBeNull();
        table.Enter("new").ShouldNotBeNull().IsNew.ShouldBeTrue();
    }

    private ExchangeTable Full(bool isDone)
    {
        var table = new ExchangeTable(_clock);
        for (var i = 0; i < ExchangeTable.Most; i++)
        {
            var (exchange, isNew) = table.Enter(i.ToString(System.Globalization.CultureInfo.InvariantCulture))!.Value;
            isNew.ShouldBeTrue();
            if (isDone)
                exchange.Finish();
        }
        return table;
    }
}
