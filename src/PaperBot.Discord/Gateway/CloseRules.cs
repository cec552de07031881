namespace PaperBot.Discord.Gateway;

/// <summary>
/// What to do after a close code. See
/// <see href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">topics/opcodes
/// and status codes: gateway close event codes</see>.
/// </summary>
internal static class CloseRules
{
    public static AfterClose Of(int? code) =>
        (GatewayCloseCode?)code switch
        {
            GatewayCloseCode.AuthenticationFailed => AfterClose.Stop,
            GatewayCloseCode.InvalidShard => AfterClose.Stop,
            GatewayCloseCode.ShardingRequired => AfterClose.Stop,
            GatewayCloseCode.InvalidApiVersion => AfterClose.Stop,
            GatewayCloseCode.InvalidIntents => AfterClose.Stop,
            GatewayCloseCode.DisallowedIntents => AfterClose.Stop,
            GatewayCloseCode.InvalidSequence => AfterClose.Identify,
            GatewayCloseCode.SessionTimedOut => AfterClose.Identify,
            _ => AfterClose.Resume,
        };
}
