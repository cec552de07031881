using System.Text;

namespace PaperBot.Host.Cli;

/// <summary>The three streams of the process, so that tests can put others in their place.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    public static Terminal OfThisProcess
    {
        get
        {
            var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return new(
                new StreamReader(Console.OpenStandardInput(), utf8),
                new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
                new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true }
            );
        }
    }
}
