namespace PaperBot.Discord.Gateway;

/// <summary>A payload to be sent.</summary>
internal sealed record Outgoing<T>(GatewayOpcode Op, T D);
