"""Two drawings of one person, then and now: pictures of both, and what became of the pain."""
