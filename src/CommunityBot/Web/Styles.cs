namespace CommunityBot.Web;

/// <summary>The style sheet of the pages, sent with each: one request shows a page.</summary>
public static class Styles
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --ground: #ffffff; --panel: #f6f8fa; --accent: #1f883d; --warn: #9a6700; }
        @media (prefers-color-scheme: dark) {
          :root { --text: #f0f6fc; --soft: #9198a1; --line: #3d444d; --ground: #0d1117; --panel: #151b23; --accent: #3fb950; --warn: #d29922; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
        h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; }
        h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
        p { margin: .5rem 0; }
        code { font: .85em ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--panel); padding: .15em .35em; border-radius: 6px; overflow-wrap: anywhere; }
        .lead { color: var(--soft); }
        .status { margin-top: 1.5rem; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; }
        .warning { display: block; color: var(--warn); }
        article { margin: 1rem 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
        .head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; padding: .5rem 1rem; background: var(--panel);
          border-bottom: 1px solid var(--line); color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
        .head code { padding: 0; background: none; }
        .body { padding: .5rem 1rem; overflow-wrap: anywhere; }
        .body p { margin: .75rem 0; }
        .foot { padding: .5rem 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
        a { color: inherit; }
        """;
}
