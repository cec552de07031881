namespace PaperBot.Tests.Handlers.Digests;

/// <summary>The process is gone.</summary>
internal sealed class DyingException : Exception;
