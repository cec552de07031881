namespace PaperBot.Testing.Discord.Gateway;

/// <summary>What can be made to go wrong with the gateway.</summary>
public sealed class GatewayFaults
{
    /// <summary>New connections are refused.</summary>
    public bool Unreachable { get; set; }

    /// <summary>New connections are accepted and hear nothing.</summary>
    public bool Silent { get; set; }

    /// <summary>Heartbeats are not acknowledged.</summary>
    public bool Deaf { get; set; }

    /// <summary>Resumes are answered with an invalid session.</summary>
    public bool RefusesResume { get; set; }

    /// <summary>A resume sends one event again that was seen already.</summary>
    public bool ReplaysTooMuch { get; set; }
}
