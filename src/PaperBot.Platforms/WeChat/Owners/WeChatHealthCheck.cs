using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Platforms.WeChat.Robot;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Platforms.WeChat.WeCom.Connection;

namespace PaperBot.Platforms.WeChat.Owners;

/// <summary>
/// What <c>doctor</c> says of WeChat's doors. It dials to WeCom and does not subscribe: that would take the place of the
/// bot that runs.
/// </summary>
internal sealed class WeChatHealthCheck(
    IOptions<WeComOptions> wecom,
    IOptions<RobotOptions> robot,
    AccountCheck account,
    IWeComDialer dialer,
    TimeProvider time
) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public string Name => "wechat";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        List<HealthFinding> findings = [await WeComAsync(cancellationToken)];
        if (wecom.Value.IsOn || robot.Value.IsOn)
            findings.Add(new(HealthLevel.Notice, Message.Of("doctor.wechat.trusted")));
        if (robot.Value.IsOn)
            findings.Add(new(HealthLevel.Good, Message.Of("doctor.wechat.robot")));
        findings.AddRange(await account.CheckAsync(cancellationToken));
        return findings;
    }

    private async Task<HealthFinding> WeComAsync(CancellationToken cancellationToken)
    {
        if (!wecom.Value.IsOn)
            return new(HealthLevel.Notice, Message.Of("doctor.wechat.wecom.off"));
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using var socket = await dialer.DialAsync(new Uri(wecom.Value.Url), both.Token);
            return new(HealthLevel.Good, Message.Of("doctor.wechat.wecom.good"));
        }
        catch (Exception e)
            when (e is IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(HealthLevel.Broken, Message.Of("doctor.wechat.wecom.deaf", ("address", wecom.Value.Url)));
        }
    }
}
