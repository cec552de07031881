using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PaperBot.Processes;

/// <summary>Starts a program with a limit on its memory and processor time, kept by the kernel through a shell's ulimit.</summary>
internal static class ChildStart
{
    /// <summary>The status by which the shell says that there is no such program.</summary>
    public const int NotFound = 127;

    // The shell sees only this constant text; the program and its arguments are its positional parameters.
    private const string Limited = "ulimit -v \"$1\" -t \"$2\" -c 0; shift 2; exec \"$@\"";

    public static Process Start(string program, IReadOnlyList<string> arguments, int addressSpaceMegabytes, int seconds)
    {
        var start = new ProcessStartInfo
        {
            FileName = OperatingSystem.IsWindows() ? program : "/bin/sh",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (!OperatingSystem.IsWindows())
        {
            var kilobytes = addressSpaceMegabytes <= 0 ? "unlimited" : Number(addressSpaceMegabytes * 1024L);
            foreach (var argument in (string[])["-c", Limited, "sh", kilobytes, Number(seconds), program])
                start.ArgumentList.Add(argument);
        }
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // No secret of ours reaches a child.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = "/nonexistent";
        try
        {
            return Process.Start(start) ?? throw new ChildException(ChildFailure.Missing, $"{program} did not start.");
        }
        catch (Win32Exception e)
        {
            throw new ChildException(ChildFailure.Missing, $"{program} cannot be started.", e);
        }
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It is gone already.
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
