using PaperBot.Core.Outcomes;

namespace PaperBot.Storage.Engines;

internal static class Faults
{
    /// <summary>Whether waiting may help.</summary>
    public static bool MayPass(this Fault fault) => fault is Fault.Busy or Fault.Full or Fault.Unreachable;

    /// <summary>The sentence for a user.</summary>
    public static Error ToError(this Fault fault, TimeProvider time) =>
        fault switch
        {
            Fault.Busy => Errors.UpstreamDown("storage.busy", time.GetUtcNow().AddSeconds(30)),
            Fault.Unreachable => Errors.UpstreamDown("storage.unreachable", time.GetUtcNow().AddMinutes(1)),
            Fault.Full => Errors.Internal("storage.full"),
            Fault.Closed => Errors.Internal("storage.closed"),
            _ => Errors.Internal("storage.damaged"),
        };
}
