"""Messages of one kind each."""
