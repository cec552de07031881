using System.Text.Json;

namespace PaperBot.Tests.Host;

public sealed class ExecTests : IDisposable
{
    private readonly HostProcess _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task One_command_prints_its_reply_and_nothing_else()
    {
        var result = await _host.RunAsync("exec", "/about");

        result.Status.ShouldBe(0);
        result.Output.ShouldStartWith("## PaperBot ");
        result.Output.ShouldContain("I look up research papers");
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exec", "--json", "/about")]
    [InlineData("--json", "exec", "/about")]
    [InlineData("exec", "/about", "--json")]
    public async Task Json_is_one_line_wherever_the_option_stands(params string[] args)
    {
        var result = await _host.RunAsync(args);

        result.Output.ShouldEndWith("\n");
        var answer = Lines(result.Output).ShouldHaveSingleItem();
        answer.GetProperty("ok").GetBoolean().ShouldBeTrue();
        answer.GetProperty("kind").GetString().ShouldBe("ok");
        answer.GetProperty("markdown").GetString().ShouldNotBeNull().ShouldContain("PaperBot");
        answer.GetProperty("attachments").GetArrayLength().ShouldBe(0);
        var action = answer.GetProperty("actions")[0];
        action.GetProperty("label").GetString().ShouldBe("What I can do");
        action.GetProperty("command").GetString().ShouldBe("/help");
        answer.GetProperty("cards")[0].GetProperty("key").GetString().ShouldBe("about");
    }

    [Fact]
    public async Task A_locale_chooses_the_language()
    {
        (await _host.RunAsync("exec", "--locale", "zh-CN", "/关于")).Output.ShouldContain("我帮你查论文");
        (await _host.RunAsync("exec", "/about lang:zh")).Output.ShouldContain("我帮你查论文");
    }

    [Fact]
    public async Task Wrong_input_ends_with_status_2_and_says_key_and_values()
    {
        var result = await _host.RunAsync("exec", "--json", "/abuot");

        result.Status.ShouldBe(2);
        var answer = Lines(result.Output).Single();
        answer.GetProperty("ok").GetBoolean().ShouldBeFalse();
        answer.GetProperty("kind").GetString().ShouldBe("user_input");
        var error = answer.GetProperty("error");
        error.GetProperty("key").GetString().ShouldBe("error.command.near");
        error.GetProperty("values").GetProperty("near").GetString().ShouldBe("`/about`");
    }

    [Fact]
    public async Task A_batch_answers_each_line_with_one_line_in_order()
    {
        var result = await _host.RunAsync(
            "/about\n\n/nonsense\r\n/关于\rx\0\n   \n/me zone:tokyo\n/me",
            ["exec", "--json", "-"]
        );

        result.Status.ShouldBe(0);
        var answers = Lines(result.Output);
        answers
            .Select(a => a.GetProperty("kind").GetString())
            .ShouldBe(["ok", "user_input", "user_input", "user_input", "user_input", "ok", "ok"]);
        answers[6].GetProperty("markdown").GetString().ShouldNotBeNull().ShouldContain("Asia/Tokyo");
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_is_written()
    {
        using var process = _host.Start(["exec", "--json", "-"]);
        for (var i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteLineAsync("/about");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            line.ShouldNotBeNull().ShouldStartWith("{\"ok\":true");
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_console_has_no_limit_of_its_own()
    {
        var lines = string.Concat(Enumerable.Repeat("/about\n", 500));

        var result = await _host.RunAsync(lines, ["exec", "--json", "-"]);

        Lines(result.Output).Count(a => a.GetProperty("ok").GetBoolean()).ShouldBe(500);
    }

    [Fact]
    public async Task What_the_console_chose_is_kept_for_the_next_run()
    {
        await _host.RunAsync("exec", "/me language:zh");

        (await _host.RunAsync("exec", "/about")).Output.ShouldContain("我帮你查论文");
    }

    [Theory]
    [InlineData("Limits:Person:0:Count must lie between", "exec", "/about", "--Limits:Person:0:Count=0")]
    [InlineData("Access:Administrators:0 must be a person", "exec", "/about", "--Access:Administrators:0=me")]
    [InlineData("Storage:RetryFor", "exec", "/about", "--Storage:RetryFor=soon")]
    [InlineData("Requests:Lease must lie", "exec", "/about", "--Requests:Lease=00:00:00")]
    [InlineData("There is no verb “frobnicate”", "frobnicate")]
    [InlineData("There is no option --frobnicate", "exec", "/about", "--frobnicate")]
    [InlineData("--locale needs a value", "exec", "/about", "--locale")]
    [InlineData("--conversation takes a name", "exec", "/about", "--conversation", "a b")]
    [InlineData("Write exec", "exec")]
    public async Task A_start_that_cannot_work_is_one_sentence_and_status_2(string sentence, params string[] args)
    {
        var result = await _host.RunAsync(args);

        result.Status.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(sentence);
        result.Error.TrimEnd().Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Version_and_help_need_nothing_to_work()
    {
        _host.Environment["Storage__RetryFor"] = "never";

        (await _host.RunAsync("--version")).Output.ShouldMatch(@"^\d+\.\d+\.\d+\n$");
        (await _host.RunAsync("--help")).Output.ShouldContain("exec '<command>'");
        (await _host.RunAsync("--help", "--locale", "zh")).Output.ShouldContain("退出状态");
    }

    [Fact]
    public async Task A_copy_of_the_database_can_be_put_back()
    {
        await _host.RunAsync("exec", "/me zone:tokyo");
        (await _host.RunAsync("backup", "copy.db")).Status.ShouldBe(0);
        await _host.RunAsync("exec", "/me zone:berlin");

        (await _host.RunAsync("restore", "copy.db")).Status.ShouldBe(0);

        (await _host.RunAsync("exec", "/me")).Output.ShouldContain("Asia/Tokyo");
        (await _host.RunAsync("restore", "absent.db")).Error.ShouldContain("absent.db");
    }

    [Fact]
    public async Task A_proxy_that_does_not_answer_is_found_by_the_doctor()
    {
        _host.Environment["HTTPS_PROXY"] = "http://user:secret@127.0.0.1:9";

        var result = await _host.RunAsync("doctor");

        result.Status.ShouldBe(1);
        result.Output.ShouldContain("HTTPS_PROXY is http://127.0.0.1:9, which does not answer");
        result.Output.ShouldNotContain("secret");
        result.Output.ShouldContain("SQLite");
    }

    private static List<JsonElement> Lines(string output) =>
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
}
