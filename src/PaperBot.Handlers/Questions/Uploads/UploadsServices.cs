using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Questions.Uploads;

/// <summary>Files of people's own.</summary>
internal static class UploadsServices
{
    public static void AddUploads(this IServiceCollection services)
    {
        services
            .AddOptionsWithValidateOnStart<UploadsOptions, UploadsCheck>()
            .BindConfiguration(UploadsOptions.Section);
        services.AddSingleton<UploadConsent>();
        services.AddCommand<UploadHandler>();
    }
}
