using CommunityBot.GitHub;
using Availability = CommunityBot.Team.Presence;

namespace CommunityBot.Features.Nudges;

/// <summary>Somebody who may be reminded.</summary>
/// <param name="Account">Who.</param>
/// <param name="Presence">Whether they may be spoken to.</param>
/// <param name="Recent">How often they were reminded in the last week, over the whole installation.</param>
public sealed record Candidate(Account Account, Availability Presence, int Recent);
