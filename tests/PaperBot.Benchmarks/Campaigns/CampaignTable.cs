namespace PaperBot.Benchmarks.Campaigns;

/// <summary>The campaigns by name: full-size runs of what the tests show in small, printing figures and seeds.</summary>
internal static class CampaignTable
{
    /// <summary>One line a campaign. The exit status is 0 when every promise it checks was kept.</summary>
    public static IReadOnlyDictionary<string, Func<string[], Task<int>>> Campaigns { get; } =
        new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
        {
            ["blog-ingest"] = BlogIngestCampaign.RunAsync,
            ["blog-ingest-worker"] = BlogIngestCampaign.WorkAsync,
            ["calculator-fuzz"] = CalculatorFuzz.RunAsync,
            ["calculator-mathjs"] = CalculatorMathjs.RunAsync,
            ["digest-kills"] = DigestKills.RunAsync,
            ["digest-kills-worker"] = DigestKills.WorkAsync,
            ["digest-month"] = DigestMonth.RunAsync,
            ["digest-rush"] = DigestRush.RunAsync,
            ["discord-echo"] = DiscordEcho.RunAsync,
            ["discord-kill"] = DiscordKill.RunAsync,
            ["discord-load"] = DiscordLoad.RunAsync,
            ["calculator-pictures"] = CalculatorPictures.RunAsync,
            ["discord-posts"] = DiscordPosts.RunAsync,
            ["faq-kills"] = FaqKills.RunAsync,
            ["host"] = HostCampaign.RunAsync,
            ["kept-faq"] = KeptFaq.RunAsync,
            ["queue"] = QueueCampaigns.RunAsync,
            ["queue-processes"] = ProcessesCampaign.RunAsync,
            ["queue-worker"] = QueueWorker.RunAsync,
            ["search-kills"] = SearchKills.RunAsync,
            ["search-start"] = SearchStart.RunAsync,
            ["search-start-worker"] = SearchStart.WorkAsync,
            ["search-scale"] = SearchScale.RunAsync,
            ["search-worker"] = SearchKills.WorkAsync,
            ["wechat-conversations"] = WeChatCampaigns.TalkAsync,
            ["wechat-kills"] = WeChatCampaigns.KillAsync,
        };
}
