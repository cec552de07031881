namespace PaperBot.Testing.Discord.World;

/// <summary>An uploaded file.</summary>
public sealed record SimFile(ulong Id, string Name, string ContentType, byte[] Bytes);
