"""What happened, kept on this machine alone."""
