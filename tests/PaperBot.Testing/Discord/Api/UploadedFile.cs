namespace PaperBot.Testing.Discord.Api;

/// <summary>A file of a multipart body.</summary>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes);
