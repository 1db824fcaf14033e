"""Parts of messages that HTTP shares with mail."""
