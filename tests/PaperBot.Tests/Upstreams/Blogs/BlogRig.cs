using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Articles;
using PaperBot.Core.Queues;
using PaperBot.Storage;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Tests.Upstreams.Blogs;

/// <summary>Storage and upstreams as the host puts them together, over one database file; each opening is a process.</summary>
internal sealed class BlogRig : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-").FullName;
    private readonly Dictionary<string, string?> _settings;
    private readonly List<ServiceProvider> _dead = [];
    private ServiceProvider _services;

    /// <summary>Answers in place of the network; null: the network.</summary>
    private readonly HttpMessageHandler? _site;

    public BlogRig(HttpMessageHandler site, params (string Key, string Value)[] settings)
        : this([("Blogs:AllowPrivateAddresses", "false"), .. settings])
    {
        _site = site;
        _dead.Add(_services);
        _services = Build();
    }

    public BlogRig(params (string Key, string Value)[] settings)
    {
        _settings = new()
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder, "paperbot.db")}",
            ["Blogs:AllowPrivateAddresses"] = "true",
            ["Blogs:Interval"] = "00:00:00.001",
        };
        foreach (var (key, value) in settings)
            _settings[key] = value;
        _services = Build();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public IBlogReader Reader => _services.GetRequiredService<IBlogReader>();

    public IBlogStore Blogs => _services.GetRequiredService<IBlogStore>();

    public IArticleStore Articles => _services.GetRequiredService<IArticleStore>();

    /// <summary>One turn of every source, as the job does it.</summary>
    public async Task ReadAllAsync(CancellationToken token)
    {
        foreach (var source in await Blogs.SourcesAsync(Token))
            await _services.GetRequiredService<SourceReading>().ReadAsync(source, token);
    }

    public async Task<BlogReport> AddAndReadAsync(Uri address, bool comments = false)
    {
        var added = await Reader.AddAsync(address, comments, Caller.Job("test", Urgency.Interactive), Token);
        await ReadAllAsync(Token);
        return (await Blogs.ReportAsync(added.Value.Source.Name, 100, Token))!;
    }

    /// <summary>
    /// The process is forgotten and another one begins. (Its container is kept until the end, so that a request under
    /// way gives its slot back and the test need not wait for the lease to expire.)
    /// </summary>
    public void Restart()
    {
        _dead.Add(_services);
        _services = Build();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _dead.Append(_services))
            await process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddPaperBotStorage();
        services.AddUpstreams();
        if (_site is not null)
            services.AddHttpClient(BlogHttp.Client).ConfigurePrimaryHttpMessageHandler(() => _site);
        return services.BuildServiceProvider();
    }
}
