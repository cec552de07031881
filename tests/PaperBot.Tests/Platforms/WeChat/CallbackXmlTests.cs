using System.Text.Json;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing;

namespace PaperBot.Tests.Platforms.WeChat;

public sealed class CallbackXmlTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void Recorded_messages_are_read()
    {
        using var messages = JsonDocument.Parse(File.ReadAllText(TestData.Require("07-wechat", "messages.json")));
        var pushes = 0;
        foreach (var recorded in messages.RootElement.EnumerateArray())
        {
            var xml = recorded.GetProperty("xml").GetString()!;
            CallbackXml.TryRead(xml, out var fields).ShouldBeTrue(xml);
            fields["MsgType"].ShouldNotBeEmpty();
            if (!fields.ContainsKey("MsgId") && !fields.ContainsKey("Event"))
                continue;
            CallbackXml.TryRead(fields, out var message).ShouldBeTrue(xml);
            message.OpenId.ShouldBe(fields["FromUserName"]);
            message.Account.ShouldBe(fields["ToUserName"]);
            message.CreatedAt.ToUnixTimeSeconds().ToString(null, null).ShouldBe(fields["CreateTime"]);
            pushes++;
        }
        pushes.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public void A_text_message_says_who_what_and_when()
    {
        const string xml = """
            <xml>
              <ToUserName><![CDATA[gh_account]]></ToUserName>
              <FromUserName><![CDATA[oPerson]]></FromUserName>
              <CreateTime>1348831860</CreateTime>
              <MsgType><![CDATA[text]]></MsgType>
              <Content><![CDATA[/论文 1706.03762 <b> & more]]></Content>
              <MsgId>1234567890123456</MsgId>
            </xml>
            """;

        CallbackXml.TryRead(xml, out var fields).ShouldBeTrue();
        CallbackXml.TryRead(fields, out var message).ShouldBeTrue();

        message.Content.ShouldBe("/论文 1706.03762 <b> & more");
        message.Key.ShouldBe("oPerson/1234567890123456");
    }

    [Fact]
    public void An_event_is_named_by_sender_and_time()
    {
        CallbackXml.TryRead(Push("<MsgType>event</MsgType><Event>subscribe</Event>"), out var fields).ShouldBeTrue();
        CallbackXml.TryRead(fields, out var message).ShouldBeTrue();

        message.Key.ShouldBe("b/5/subscribe");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<xml>")]
    [InlineData("<html><a>1</a></html>")]
    [InlineData("<xml><a>1</a><a>2</a></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY e 'x'>]><xml><Content>&e;</Content></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM 'file:///etc/passwd'><xml><a>1</a></xml>")]
    [InlineData("<xml><Content>&unknown;</Content></xml>")]
    public void What_is_no_callback_is_refused(string xml) => CallbackXml.TryRead(xml, out _).ShouldBeFalse();

    [Theory]
    [InlineData("<MsgType>text</MsgType><Content>x</Content>")]
    [InlineData("<MsgType>text</MsgType><Content>x</Content><MsgId>no number</MsgId>")]
    public void A_push_without_a_name_is_refused(string fields)
    {
        CallbackXml.TryRead(Push(fields), out var read).ShouldBeTrue();
        CallbackXml.TryRead(read, out _).ShouldBeFalse();
    }

    [Fact]
    public void Body_fields_and_depth_are_read_up_to_their_limits()
    {
        CallbackXml.TryRead(Padded(CallbackXml.LongestBody), out _).ShouldBeTrue();
        CallbackXml.TryRead(Padded(CallbackXml.LongestBody + 1), out _).ShouldBeFalse();
        CallbackXml.TryRead(Fields(CallbackXml.MostFields), out _).ShouldBeTrue();
        CallbackXml.TryRead(Fields(CallbackXml.MostFields + 1), out _).ShouldBeFalse();
        CallbackXml.TryRead(Nested(CallbackXml.DeepestElement), out _).ShouldBeTrue();
        CallbackXml.TryRead(Nested(CallbackXml.DeepestElement + 1), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("]]> and ]]>]]> and <xml> & \"")]
    [InlineData("换行\n与 😀")]
    public void A_written_text_is_read_as_it_was(string text)
    {
        var to = new OfficialMessage("gh_a", "oB", Now, "text") { MessageId = 1 };

        CallbackXml.TryRead(CallbackXml.WriteText(to, text, Now), out var fields).ShouldBeTrue();

        fields["Content"].ShouldBe(text);
        fields["ToUserName"].ShouldBe("oB");
        fields["FromUserName"].ShouldBe("gh_a");
        fields["MsgType"].ShouldBe("text");
        fields["CreateTime"].ShouldBe("1700000000");
    }

    [Fact]
    public void Characters_that_xml_cannot_carry_are_left_out()
    {
        var to = new OfficialMessage("gh_a", "oB", Now, "text") { MessageId = 1 };

        CallbackXml.TryRead(CallbackXml.WriteText(to, "a\0b\u0008c\uFFFEd", Now), out var fields).ShouldBeTrue();

        fields["Content"].ShouldBe("abcd");
    }

    private static string Push(string fields) =>
        $"<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>5</CreateTime>{fields}</xml>";

    private static string Padded(int length)
    {
        var frame = Push("<Content></Content>");
        return frame.Replace(
            "<Content>",
            "<Content>" + new string('x', length - frame.Length),
            StringComparison.Ordinal
        );
    }

    private static string Fields(int count) =>
        "<xml>" + string.Concat(Enumerable.Range(0, count).Select(i => $"<f{i}>x</f{i}>")) + "</xml>";

    private static string Nested(int depth)
    {
        // The root stands at depth 0.
        var names = Enumerable.Range(1, depth).Select(i => $"n{i}").ToList();
        return "<xml>"
            + string.Concat(names.Select(n => $"<{n}>"))
            + string.Concat(names.AsEnumerable().Reverse().Select(n => $"</{n}>"))
            + "</xml>";
    }
}
