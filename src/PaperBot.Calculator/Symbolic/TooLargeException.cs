namespace PaperBot.Calculator.Symbolic;

/// <summary>A rewriting would grow too much and is not tried; the formula stays as it is.</summary>
internal sealed class TooLargeException : InvalidOperationException;
