namespace CommunityBot.Storage;

/// <summary>The database cannot be used; the message tells the operator why and what to do, in one line.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
