using System.Globalization;
using System.Runtime.InteropServices;

/// <summary>
/// What a test can put into the process of the service (<c>DOTNET_STARTUP_HOOKS</c>; .NET looks for this name, in no namespace): on a signal it collects all garbage and tells how much is in use.
/// </summary>
internal static class StartupHook
{
    /// <summary>SIGUSR1 on Linux, which neither .NET nor the service uses.</summary>
    public const int Collect = 10;

    /// <summary>What the line begins with.</summary>
    public const string InUse = "in use after a collection: ";

    private static PosixSignalRegistration? _signal;

    /// <summary>Called by .NET before the program.</summary>
    public static void Initialize() => _signal = PosixSignalRegistration.Create((PosixSignal)Collect, signal =>
    {
        signal.Cancel = true;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Console.Error.WriteLine(InUse + GC.GetTotalMemory(forceFullCollection: false).ToString(CultureInfo.InvariantCulture));
    });
}
