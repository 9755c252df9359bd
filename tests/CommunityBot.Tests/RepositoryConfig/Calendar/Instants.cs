using System.Globalization;

namespace CommunityBot.Tests.RepositoryConfig.Calendar;

internal static class Instants
{
    public static DateTimeOffset Of(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
