using System.Text;

namespace PaperBot.Host.Cli;

/// <summary>The three streams of the process, so that tests can put others in their place.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>True when a person watches <see cref="Error"/>, who may like to know what a command waits for.</summary>
    public bool ShowsProgress { get; init; }

    public static Terminal OfThisProcess
    {
        get
        {
            var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return new(
                new StreamReader(Console.OpenStandardInput(), utf8),
                new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" },
                new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true }
            )
            {
                ShowsProgress = !Console.IsErrorRedirected,
            };
        }
    }
}
