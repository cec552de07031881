using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Storage;

namespace PaperBot.Tests.Storage;

/// <summary>A database of a test, and containers over it as the host builds them; each stands for a process.</summary>
public abstract class StorageHome : IAsyncDisposable
{
    private readonly List<ServiceProvider> _processes = [];
    private TimeProvider _time = TimeProvider.System;

    /// <summary>What the database is called in the configuration.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Empties the database and opens it.</summary>
    public async Task<IServiceProvider> StartAsync(TimeProvider time)
    {
        await EmptyAsync();
        _time = time;
        return Open();
    }

    /// <summary>Opens it once more, as another process or the same after a restart would.</summary>
    public IServiceProvider Open(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", ConnectionString)])
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(_time);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddPaperBotStorage();
        var process = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        _processes.Add(process);
        return process;
    }

    /// <summary>Ends all processes that were opened.</summary>
    public async Task StopAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        _processes.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task EmptyAsync();

    protected virtual ValueTask CleanAsync() => default;
}
