namespace PaperBot.Discord.Gateway;

/// <summary>Opens connections to the gateway; tests put a script in its place.</summary>
public interface IGatewayConnector
{
    /// <summary>Connects to the address, which carries version, encoding and compression already.</summary>
    /// <exception cref="IOException">The gateway cannot be reached.</exception>
    ValueTask<IGatewaySocket> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
