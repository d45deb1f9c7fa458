"""Speech: the system's engine through Qt, kept where it can't hold up the window."""
