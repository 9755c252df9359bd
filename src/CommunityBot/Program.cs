using CommunityBot.Cli;

return await CommandLine.RunAsync(args);
