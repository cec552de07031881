namespace PaperBot.Upstreams.Http;

/// <summary>A name leads to no address that may be connected to.</summary>
internal sealed class AddressNotPermittedException(string host)
    : Exception($"{host} has no address that may be connected to.");
