namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>
/// Reads <see href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax">CODEOWNERS</see>:
/// in each line a pattern and its owners. Teams and addresses are no logins.
/// </summary>
internal static class CodeOwnersFile
{
    public static IEnumerable<NamedOwner> Read(string text) =>
        from line in text.Split('\n')
        from owner in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !word.StartsWith('#')).Skip(1)
        where owner.StartsWith('@') && Logins.IsLogin(owner[1..])
        select new NamedOwner(owner[1..], IsFormer: false);
}
